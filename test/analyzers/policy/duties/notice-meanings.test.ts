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
  it('is present where the first use after a change is acceptance', () => {
    expect(labelOf(flagUnilateralChange, '隐私政策更改后您首次使用本网站，即视为您同意新的条款。')).toBe('present');
  });
});

describe('retention-period', () => {
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
  it('is not what is shut off for users who break the rules', () => {
    expect(labelOf(consentWithdrawal, '发布不良信息的，我们会禁用该用户的所有权限，予以封号。')).toBe('absent');
  });
});
