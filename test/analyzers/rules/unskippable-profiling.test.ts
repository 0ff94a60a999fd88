import { describe, expect, it } from 'vitest';
import { unskippableProfiling } from '../../../analyzers/rules/unskippable-profiling';
import { fixture, judge, surfaceOf, visitOf } from './page-visit';

const verdict = (markup: string) => judge(unskippableProfiling, visitOf([surfaceOf(markup)]));
const outcome = (markup: string) => verdict(markup).outcome;

describe('unskippable-profiling', () => {
  it.each([['failing', 'violation'], ['passing', 'pass'], ['inapplicable', 'not-applicable']])('answers its %s page with %s', (name, expected) => {
    expect(outcome(fixture('unskippable-profiling', `${name}.html`))).toBe(expected);
  });

  it('names what is asked', () => {
    expect(verdict(fixture('unskippable-profiling', 'failing.html'))).toMatchObject({ facts: { asks: '职业、水平' } });
  });

  it.each([
    ['one step of several', '<html><head><title>欢迎</title></head><body><div><h2>选择你感兴趣的内容</h2><ul><li>科技</li><li>财经</li><li>体育</li></ul><p>为你推荐更懂你的内容</p><button>进入首页</button></div></body></html>', 'violation'],
    ['parts that lie right in the page', '<html><head><title>欢迎</title></head><body><h1>选择你的年级</h1><p>为你推荐课程</p><span>一年级</span><span>二年级</span><p>你的兴趣</p><span>英语</span><span>数学</span><button>下一步</button></body></html>', 'violation'],
    ['buttons of a component library', '<html><head><title>欢迎</title></head><body><div class="van-popup"><h3>完善资料，获取专属内容</h3><p>你的职业是？</p><div class="van-tag">学生</div><div class="van-tag">教师</div><p>你的年龄段</p><div class="van-tag">18-24</div><div class="van-button">开启体验</div></div></body></html>', 'violation'],
    ['questions in English', '<html><head><title>Welcome</title></head><body><div><h1>Tell us about you</h1><p>What is your occupation? We will personalise your feed.</p><span>Student</span><span>Teacher</span><span>Nurse</span><p>Your interests</p><span>Music</span><button>Continue</button></div></body></html>', 'violation'],
    ['a survey, which is about just that', '<html><head><title>读者问卷调查</title></head><body><div><h2>请选择您的职业</h2><ul><li>学生</li><li>教师</li><li>上班族</li></ul><button>提交</button></div></body></html>', 'not-applicable'],
    ['a profile the person opened', '<html><head><title>编辑资料</title></head><body><div><h2>请选择您的职业</h2><ul><li>学生</li><li>教师</li><li>上班族</li></ul><button>保存</button></div></body></html>', 'not-applicable'],
    ['a filter of goods', '<html><head><title>商城</title></head><body><div><span>请选择颜色</span><ul><li>学生</li><li>教师</li><li>上班族</li></ul><button>确定</button></div></body></html>', 'not-applicable'],
    ['a question without recommendation', '<html><head><title>欢迎</title></head><body><div><h2>请选择你的职业</h2><ul><li>学生</li><li>教师</li><li>上班族</li></ul><button>下一步</button></div></body></html>', 'review'],
    ['a personality test', '<html><head><title>性格测试</title></head><body><div><h2>你的兴趣是</h2><ul><li>读书</li><li>运动</li><li>音乐</li></ul><p>为你推荐职业</p><button>下一步</button></div></body></html>', 'not-applicable'],
    ['a way to answer later', '<html><head><title>欢迎</title></head><body><div><h2>请选择你的职业和兴趣</h2><ul><li>学生</li><li>教师</li><li>上班族</li></ul><p>为你推荐课程</p><button>下一步</button><span>稍后再说</span></div></body></html>', 'pass'],
  ])('answers %s', (_what, markup, expected) => {
    expect(outcome(markup)).toBe(expected);
  });
});
