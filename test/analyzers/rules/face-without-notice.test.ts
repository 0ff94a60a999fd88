import { describe, expect, it } from 'vitest';
import { faceWithoutNotice } from '../../../analyzers/rules/face-without-notice';
import { fixture, judge, surfaceOf, visitOf } from './page-visit';

const verdict = (markup: string) => judge(faceWithoutNotice, visitOf([surfaceOf(markup)]));
const outcome = (markup: string) => verdict(markup).outcome;

describe('face-without-notice', () => {
  it.each([['failing', 'violation'], ['passing', 'pass'], ['inapplicable', 'not-applicable']])('answers its %s page with %s', (name, expected) => {
    expect(outcome(fixture('face-without-notice', `${name}.html`))).toBe(expected);
  });

  it.each([
    ['a camera without a word', '<html><head><title>刷脸登录</title></head><body><video id="v"></video><button>开始刷脸</button></body></html>', 'violation'],
    ['rules of their own behind a link', '<html><head><title>刷脸登录</title></head><body><video id="v"></video><button>开始刷脸</button><a href="/face.html">《人脸信息处理规则》</a></body></html>', 'review'],
    ['full notice without consent', '<html><head><title>刷脸登录</title></head><body><video id="v"></video><button>开始刷脸</button><p>处理者：云栖物业服务有限公司，电话 0571-0000-1111。人脸信息用于核验业主身份，保存至退租后三十日删除。刷脸并非必要，不同意可以刷卡。您可以撤回同意、查询和删除。</p></body></html>', 'violation'],
    ['one item short', '<html><head><title>刷脸登录</title></head><body><video id="v"></video><button>开始刷脸</button><p>处理者：云栖物业服务有限公司，电话 0571-0000-1111。人脸信息用于核验业主身份，保存三十天。不同意可以刷卡。</p><p><label><input type="checkbox">我单独同意处理我的人脸信息</label></p></body></html>', 'review'],
    ['a portrait of an account', '<html><head><title>资料</title></head><body><form><p>上传头像 <input type="file" accept="image/*"></p><button>保存</button></form></body></html>', 'not-applicable'],
    ['a photo of a card', '<html><head><title>资料</title></head><body><form><p>上传身份证正面 <input type="file" accept="image/*"></p><button>保存</button></form></body></html>', 'not-applicable'],
  ])('answers %s', (_what, markup, expected) => {
    expect(outcome(markup)).toBe(expected);
  });
});
