import { describe, expect, it } from 'vitest';
import { faceOnlyVerification } from '../../../analyzers/rules/face-only-verification';
import { fixture, judge, surfaceOf, visitOf } from './page-visit';

const verdict = (markup: string) => judge(faceOnlyVerification, visitOf([surfaceOf(markup)]));
const outcome = (markup: string) => verdict(markup).outcome;

describe('face-only-verification', () => {
  it.each([['failing', 'violation'], ['passing', 'pass'], ['inapplicable', 'not-applicable']])('answers its %s page with %s', (name, expected) => {
    expect(outcome(fixture('face-only-verification', `${name}.html`))).toBe(expected);
  });

  it.each([
    ['a log-in by face alone', '<html><head><title>登录</title></head><body><video id="v"></video><button>开始刷脸</button></body></html>', 'violation'],
    ['a log-in by face or password', '<html><head><title>登录</title></head><body><video id="v"></video><button>开始刷脸</button><form><input name="u" placeholder="账号"><input type="password" name="p"><button>登录</button></form></body></html>', 'pass'],
    ['a verification begun by a plain button', '<html><head><title>账号安全验证</title></head><body><h2>人脸核身</h2><p>请进行人脸验证</p><button>开始验证</button></body></html>', 'violation'],
    ['clocking in by face, with no card', '<html><head><title>考勤</title></head><body><video></video><div class="btn">刷脸打卡</div></body></html>', 'violation'],
    ['a game with faces', '<html><head><title>AI 颜值测试</title></head><body><video></video><button>开始人脸识别</button></body></html>', 'not-applicable'],
    ['a counter as the other way', '<html><head><title>身份核验</title></head><body><video id="v"></video><button>开始刷脸</button><p>不方便刷脸的，可到社区服务中心现场办理</p></body></html>', 'pass'],
    ['a card that no longer opens', '<html><head><title>小区通行登记</title></head><body><p>本小区已启用人脸通行，门禁卡停止使用</p><button>开始录入人脸</button></body></html>', 'violation'],
    ['a card taken back, and a password instead', '<html><head><title>小区通行登记</title></head><body><p>已启用人脸通行，门禁卡停用，也可使用密码登录</p><button>开始录入人脸</button></body></html>', 'pass'],
    ['a rule of the state', '<html><head><title>电话卡激活</title></head><body><video id="v"></video><button>开始刷脸</button><p>根据《电话用户真实身份信息登记规定》，激活须人像比对</p></body></html>', 'review'],
    ['a seller of face recognition', '<html><head><title>人脸识别产品</title></head><body><h1>人脸识别解决方案</h1><p>支持活体检测</p><a href="/d">人脸识别接口文档</a></body></html>', 'not-applicable'],
    ['news on faces', '<html><head><title>新闻</title></head><body><article><h1>小区刷脸进门引争议</h1><p>居民称只能刷脸。</p></article></body></html>', 'not-applicable'],
    ['an uploaded portrait without verification', '<html><head><title>换脸</title></head><body><form><p>上传人脸照片 <input type="file" accept="image/*"></p><button>生成</button></form></body></html>', 'not-applicable'],
  ])('answers %s', (_what, markup, expected) => {
    expect(outcome(markup)).toBe(expected);
  });
});
