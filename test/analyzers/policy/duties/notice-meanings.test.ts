import { describe, expect, it } from 'vitest';
import { collectionMeans } from '../../../../analyzers/policy/duties/collection-means';
import { consentWithdrawal } from '../../../../analyzers/policy/duties/consent-withdrawal';
import { cookiesDisclosed } from '../../../../analyzers/policy/duties/cookies-disclosed';
import { disposalAfterRetention } from '../../../../analyzers/policy/duties/disposal-after-retention';
import { flagImpliedConsent } from '../../../../analyzers/policy/duties/flag-implied-consent';
import { flagOpenEndedCollection } from '../../../../analyzers/policy/duties/flag-open-ended-collection';
import { flagUnilateralChange } from '../../../../analyzers/policy/duties/flag-unilateral-change';
import { handlerIdentity } from '../../../../analyzers/policy/duties/handler-identity';
import { retentionPeriod } from '../../../../analyzers/policy/duties/retention-period';
import { storageLocation } from '../../../../analyzers/policy/duties/storage-location';
import { handlerContact } from '../../../../analyzers/policy/duties/handler-contact';
import { changeNotice } from '../../../../analyzers/policy/duties/change-notice';
import { flagExceptionsBeyondLaw } from '../../../../analyzers/policy/duties/flag-exceptions-beyond-law';
import { flagLiabilityDisclaimer } from '../../../../analyzers/policy/duties/flag-liability-disclaimer';
import { cookiesControl } from '../../../../analyzers/policy/duties/cookies-control';
import { labelOf } from '../judge-lines';

describe('collection-means', () => {
  it('does not take what the operator provides for what the user gives', () => {
    expect(labelOf(collectionMeans, '为了更好地为您提供服务，我们会收集您的姓名。')).toBe('absent');
  });
  it('takes registration data for given ones', () => {
    expect(labelOf(collectionMeans, '当您注册账户时，我们会收集您的手机号；我们还会自动收集登录日志。')).toBe('met');
  });
});

describe('flag-open-ended-collection', () => {
  it('is none where other data are only enumerated or belong to rights', () => {
    expect(labelOf(flagOpenEndedCollection, '我们可能收集的其他信息包括：访问时间。', '对于产生的其他个人信息，您可通过文末的联系方式与我们联系。')).toBe('none');
  });
  it('is none where nothing of the open list is collected', () => {
    expect(labelOf(flagOpenEndedCollection, '我们不会收集您的任何信息，包括但不限于姓名、电话号码、位置信息。')).toBe('none');
  });
  it('is none where measures or versions are left open, not data', () => {
    expect(labelOf(flagOpenEndedCollection, '我们采取措施保护您的信息，包括但不限于加密存储手机号。', '本政策适用于全部客户端（包括但不限于安卓版），我们会收集您的邮箱地址。')).toBe('none');
  });
  it('is present where the open list begins with data', () => {
    expect(labelOf(flagOpenEndedCollection, '我们会收集设备信息，包括但不限于IP地址、浏览器类型。')).toBe('present');
  });
});

describe('flag-implied-consent', () => {
  it('leaves the first use after a change to the flag on changes', () => {
    expect(labelOf(flagImpliedConsent, '隐私政策更改后您首次使用本网站，即视为您同意新的条款。')).toBe('none');
  });
});

describe('flag-unilateral-change', () => {
  it('is present where going on makes the changed policy apply', () => {
    expect(labelOf(flagUnilateralChange, '在您选择继续使用平台的情况下，修改后的政策将适用于您。')).toBe('present');
  });
  it('is present where the first use after a change is acceptance', () => {
    expect(labelOf(flagUnilateralChange, '隐私政策更改后您首次使用本网站，即视为您同意新的条款。')).toBe('present');
  });
});

describe('retention-period', () => {
  it('does not take the days for answering a deletion request for a period', () => {
    expect(labelOf(retentionPeriod, '敏感信息的删除请求将在10个工作日内反馈。')).toBe('absent');
  });
  it('takes what follows cancelling for its end', () => {
    expect(labelOf(retentionPeriod, '账号注销后，我们会删除您的信息。')).toBe('met');
  });
  it('is met where data on the device go with the app', () => {
    expect(labelOf(retentionPeriod, '卸载本应用后，保存在设备上的记录会被清除。')).toBe('met');
  });
  it('does not take the time for an answer for a time of keeping', () => {
    expect(labelOf(retentionPeriod, '我们会在合理的期限内答复您的请求。')).toBe('absent');
  });
  it('does not take the state of a service for a period', () => {
    expect(labelOf(retentionPeriod, '我们仅存储系统日志、服务状态数据。')).toBe('absent');
  });
});

describe('disposal-after-retention', () => {
  it('is not met by a request to stop using data, or by the end of the account alone', () => {
    expect(labelOf(disposalAfterRetention, '我们会回应您提出的删除、停止使用个人信息的要求。', '在删除账户后，我们将停止为您提供服务。')).toBe('absent');
  });
});

describe('storage-location', () => {
  it('is not met by where the policy applies or by cookies on the device', () => {
    expect(labelOf(storageLocation, '本政策适用于我们在中国境内从事收集、储存个人信息等活动。', '我们会在您的设备上存储名为 Cookie 的小文件。')).toBe('absent');
  });
});

describe('cookies-disclosed', () => {
  it('does not apply where the app says that it uses none or reads none', () => {
    expect(labelOf(cookiesDisclosed, '我们不会在应用中使用 Cookie 技术。', '不读取您的浏览历史、Cookie 或网页内容。')).toBe('na');
  });
});

describe('handler-identity', () => {
  it('is met by the name of a person who is "we"', () => {
    expect(labelOf(handlerIdentity, '本工具由王小明（以下简称“我们”）为您提供。')).toBe('met');
  });
});

describe('consent-withdrawal', () => {
  it('is met by one route told for all rights', () => {
    expect(labelOf(consentWithdrawal, '# 您的权利', '您可以随时撤销您的同意。', '如需行使上述权利，请发送邮件至 a@b.cn。')).toBe('met');
  });
  it('is not met by a case in which data are deleted', () => {
    expect(labelOf(consentWithdrawal, '# 您的权利', '如果您撤回同意，我们将不再处理。')).toBe('partial');
  });
  it('is not what is shut off for users who break the rules', () => {
    expect(labelOf(consentWithdrawal, '发布不良信息的，我们会禁用该用户的所有权限，予以封号。')).toBe('absent');
  });
});

describe('handler-contact', () => {
  it('is met by a service that takes feedback or a repository that takes issues', () => {
    expect(labelOf(handlerContact, '您可通过【在线客服】反馈问题。')).toBe('met');
  });
  it('is met by a repository that takes issues', () => {
    expect(labelOf(handlerContact, '对本政策有疑问，可在项目仓库提交 issue 与我们联系。')).toBe('met');
  });
});

describe('change-notice', () => {
  it('is partial where users are told to look again', () => {
    expect(labelOf(changeNotice, '本方针可能修改，请定期查阅最新版本。')).toBe('partial');
  });
  it('does not take the consent that a successor asks for', () => {
    expect(labelOf(changeNotice, '本政策变更时，我们将通过弹窗通知您。', '继受方变更用途的，需重新征得您的同意。')).toBe('partial');
  });
});

describe('flag-exceptions-beyond-law', () => {
  it('is present where the operator discloses what it thinks fit', () => {
    expect(labelOf(flagExceptionsBeyondLaw, '在如下情况下，我们将披露您的个人信息：', '（一）其他我们根据网站政策认为合适的披露。')).toBe('present');
  });
  it('is none where only the law decides', () => {
    expect(labelOf(flagExceptionsBeyondLaw, '在如下情况下，我们将披露您的个人信息：', '（一）法律法规要求的披露。')).toBe('none');
  });
});

describe('flag-liability-disclaimer', () => {
  it('is none for what users make public themselves', () => {
    expect(labelOf(flagLiabilityDisclaimer, '您主动公开信息导致他人知晓的，我们不承担责任。')).toBe('none');
  });
  it('is present for leaks in general', () => {
    expect(labelOf(flagLiabilityDisclaimer, '我们不对数据泄露承担责任。')).toBe('present');
  });
});

describe('cookies-control', () => {
  it('is met by changing how far cookies are accepted', () => {
    expect(labelOf(cookiesControl, '我们使用 Cookie 保存登录状态。', '您可以在相关页面修改对 Cookie 的接受程度。')).toBe('met');
  });
});
