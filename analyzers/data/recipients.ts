/** Who receives data on the Chinese web: owners, their domains, what each serves for, and the names policies use for them. */
import type { RecipientRole } from '../report';

export interface Service {
  role: RecipientRole;
  /** Host suffixes; the longest that fits a host decides. */
  domains: readonly string[];
  /** Product names a policy may use for this service. */
  names: readonly string[];
}

export interface Owner {
  id: string;
  /** Legal name where it is known for sure, else the name it trades under. */
  name: string;
  /** Short names of the company a policy may use. */
  names: readonly string[];
  /** ISO 3166-1 alpha-2; '' where it is not known for sure. */
  country: string;
  /** Where domains and names are from. */
  source: string;
  services: readonly Service[];
}

/** Integration guides, SDK compliance notes and endpoint lists that the owner publishes for developers. */
const DOCS = "owner's own developer documentation";
/** Company name, services and domains as the owner's own policy or imprint states them. */
const IMPRINT = "owner's own imprint and privacy policy";

/** @param domains separated by spaces; @param names separated by `|`. */
function to(role: RecipientRole, domains: string, names = ''): Service {
  return { role, domains: domains.split(' '), names: names === '' ? [] : names.split('|') };
}

/** @param names separated by `|`. */
function owner(id: string, name: string, names: string, country: string, source: string, ...services: Service[]): Owner {
  return { id, name, names: names.split('|'), country, source, services };
}

/** Mainland China: large platforms. */
const PLATFORMS: readonly Owner[] = [
  owner('baidu', '北京百度网讯科技有限公司', '百度|Baidu', 'CN', DOCS,
    to('analytics', 'hm.baidu.com hmcdn.baidu.com tongji.baidu.com fclog.baidu.com api.share.baidu.com push.zhanzhang.baidu.com zz.bdstatic.com', '百度统计|百度移动统计'),
    to('ads', 'cpro.baidu.com pos.baidu.com cpro.baidustatic.com dup.baidustatic.com cbjs.baidu.com eclick.baidu.com union.baidu.com mobads.baidu.com', '百度联盟|百青藤|百度营销'),
    to('map', 'api.map.baidu.com map.baidu.com maps.bdimg.com webmap0.bdimg.com webmap1.bdimg.com lbsyun.baidu.com', '百度地图|百度定位'),
    to('customer-service', 'p.qiao.baidu.com qiao.baidu.com affim.baidu.com', '百度商桥|爱番番|基木鱼'),
    to('social-login', 'passport.baidu.com openapi.baidu.com'),
    to('anti-fraud', 'sofire.baidu.com seccaptcha.baidu.com'),
    to('cloud', 'bcebos.com baidubce.com bcehost.com', '百度智能云'),
    to('cdn', 'bdstatic.com bdimg.com baidustatic.com'),
    to('unknown', 'baidu.com')),
  owner('tencent', '深圳市腾讯计算机系统有限公司', '腾讯|Tencent', 'CN', DOCS,
    to('analytics', 'pingtag.qq.com pingjs.qq.com pingtcss.qq.com tajs.qq.com ta.qq.com mta.qq.com aegis.qq.com rumt-zh.com beacon.qq.com beaconcdn.qq.com bugly.qq.com', '腾讯分析|腾讯移动分析|MTA|灯塔|Bugly'),
    to('ads', 'e.qq.com gdt.qq.com gdtimg.com l.qq.com', '优量汇|广点通|腾讯广告'),
    to('captcha', 'captcha.qq.com captcha.gtimg.com captcha.qcloud.com', '腾讯防水墙|天御'),
    to('map', 'map.qq.com', '腾讯地图|腾讯位置服务'),
    to('social-login', 'open.weixin.qq.com graph.qq.com connect.qq.com ptlogin2.qq.com res.wx.qq.com', '微信|QQ登录|QQ互联'),
    to('customer-service', 'wpa.qq.com wpa.b.qq.com qidian.qq.com', '企点|营销QQ'),
    to('cloud', 'qcloud.com myqcloud.com tencentcos.cn tencentcs.com tencent-cloud.com tencent-cloud.cn tencentcloudapi.com dnsv1.com', '腾讯云'),
    to('cdn', 'gtimg.com gtimg.cn idqqimg.com qlogo.cn qpic.cn url.cn cdn-go.cn myapp.com'),
    to('video', 'v.qq.com video.qq.com', '腾讯视频'),
    to('push', 'tpns.tencent.com xg.qq.com', '信鸽|腾讯移动推送'),
    to('unknown', 'qq.com tencent.com weixin.qq.com wechat.com')),
  owner('tenpay', '财付通支付科技有限公司', '财付通|微信支付|腾讯', 'CN', IMPRINT, to('payment', 'tenpay.com pay.weixin.qq.com', '微信支付|财付通')),
  owner('umeng', '友盟同欣（北京）科技有限公司', '友盟|友盟+|Umeng|CNZZ', 'CN', DOCS, to('analytics', 'umeng.com umengcloud.com cnzz.com cnzz.net', 'U-App|U-Web')),
  owner('alibaba', '阿里巴巴（中国）网络技术有限公司', '阿里巴巴|Alibaba|淘宝|天猫', 'CN', IMPRINT,
    to('analytics', 'mmstat.com linezing.com wcd.taobao.com'),
    to('ads', 'tanx.com alimama.com alimama.cn', '阿里妈妈|阿里广告'),
    to('social-login', 'login.taobao.com oauth.taobao.com'),
    to('anti-fraud', 'ynuf.aliapp.org ynuf.alipay.com umid.alibaba.com'),
    to('cdn', 'alicdn.com tbcdn.cn'),
    to('unknown', 'taobao.com tmall.com 1688.com alibaba.com')),
  owner('aliyun', '阿里云计算有限公司', '阿里云|Aliyun|Alibaba Cloud|阿里巴巴', 'CN', DOCS,
    to('captcha', 'cf.aliyun.com captcha-open.aliyuncs.com captcha.aliyuncs.com', '阿里云验证码'),
    to('analytics', 'arms-retcode.aliyuncs.com retcode.alicdn.com arms-retcode-sg.aliyuncs.com', 'ARMS|应用实时监控'),
    to('cloud', 'aliyuncs.com aliyun.com aliyundoc.com'),
    to('cdn', 'alikunlun.com kunlunaq.com kunlunsl.com')),
  owner('alipay', '支付宝（中国）网络技术有限公司', '支付宝|Alipay|蚂蚁', 'CN', DOCS, to('payment', 'alipay.com alipaydev.com'), to('cdn', 'alipayobjects.com')),
  owner('amap', '高德软件有限公司', '高德|AMap|AutoNavi', 'CN', DOCS, to('map', 'amap.com autonavi.com', '高德地图|高德定位')),
  owner('uc', '广州市动景计算机科技有限公司', 'UC浏览器|UCWeb|神马搜索', 'CN', IMPRINT, to('analytics', 'effirst.com', '岳鹰'), to('unknown', 'uc.cn ucweb.com sm.cn')),
  owner('youku', '优酷信息技术（北京）有限公司', '优酷|Youku', 'CN', IMPRINT, to('video', 'youku.com ykimg.com')),
  owner('cainiao', '浙江菜鸟供应链管理有限公司', '菜鸟', 'CN', IMPRINT, to('unknown', 'cainiao.com')),
  owner('dingtalk', '钉钉（中国）信息技术有限公司', '钉钉|DingTalk', 'CN', IMPRINT, to('social-login', 'dingtalk.com')),
  owner('bytedance', '北京抖音信息服务有限公司', '字节跳动|ByteDance|抖音|今日头条|头条', 'CN', DOCS,
    to('analytics', 'mcs.snssdk.com mcs.zijieapi.com mon.zijieapi.com applog.snssdk.com log.snssdk.com ibytedapm.com bytedapm.com'),
    to('ads', 'oceanengine.com pangolin-sdk-toutiao.com pangolin-sdk-toutiao-b.com pglstatp-toutiao.com pangle.cn ctobsnssdk.com', '巨量引擎|穿山甲'),
    to('social-login', 'open.douyin.com open.snssdk.com'),
    to('captcha', 'verify.snssdk.com verify.zijieapi.com'),
    to('cdn', 'bytecdn.cn bytecdntp.com pstatp.com byteimg.com bytednsdoc.com bytegoofy.com bytescm.com douyinpic.com ibyteimg.com ibytedtos.com bytetos.com'),
    to('unknown', 'toutiao.com douyin.com snssdk.com zijieapi.com bytedance.com ixigua.com amemv.com')),
  owner('volcengine', '北京火山引擎科技有限公司', '火山引擎|Volcengine|字节跳动', 'CN', DOCS,
    to('analytics', 'volceapplog.com', 'DataFinder|增长分析'), to('cloud', 'volces.com volcengine.com volcengineapi.com volccdn.com volcfcdn.com')),
  owner('feishu', '北京飞书科技有限公司', '飞书|Feishu', 'CN', IMPRINT, to('social-login', 'feishu.cn'), to('cdn', 'feishucdn.com')),
  owner('kuaishou', '北京快手科技有限公司', '快手|Kuaishou', 'CN', DOCS,
    to('analytics', 'wlog.kuaishou.com log-sdk.ksapisrv.com'), to('ads', 'e.kuaishou.com ad.kuaishou.com u.kuaishou.com adkwai.com', '磁力引擎|快手联盟'),
    to('cdn', 'yximgs.com kwimgs.com'), to('unknown', 'kuaishou.com gifshow.com ksapisrv.com kuaishouzt.com')),
  owner('jd', '北京京东世纪贸易有限公司', '京东|JD.com', 'CN', IMPRINT,
    to('analytics', 'mercury.jd.com wl.jd.com'), to('ads', 'x.jd.com jzt.jd.com', '京准通'), to('anti-fraud', 'gia.jd.com blackhole.m.jd.com iv.jd.com'),
    to('cdn', '360buyimg.com'), to('cloud', 'jcloudcs.com jcloud.com jdcloud.com jdcloud-oss.com', '京东云'), to('unknown', 'jd.com jd.hk')),
  owner('chinabank', '网银在线（北京）科技有限公司', '网银在线|京东支付', 'CN', IMPRINT, to('payment', 'jdpay.com chinabank.com.cn')),
  owner('netease', '网易（杭州）网络有限公司', '网易|NetEase', 'CN', DOCS,
    to('captcha', 'dun.163.com dun.163yun.com cstaticdun.126.net necaptcha.nosdn.127.net', '易盾'), to('customer-service', 'qiyukf.com qiyukf.net', '七鱼'),
    to('analytics', 'analytics.163.com wr.da.netease.com'), to('cloud', 'netease.im nosdn.127.net nos.netease.com', '云信'), to('cdn', '126.net 127.net'), to('unknown', '163.com 163yun.com netease.com')),
  owner('qihoo', '北京奇虎科技有限公司', '奇虎|360搜索|360安全|Qihoo', 'CN', IMPRINT,
    to('analytics', 's.360.cn s.union.360.cn'), to('ads', 'lianmeng.360.cn mediav.com', '聚胜万合|MediaV|360广告'), to('cdn', 'qhimg.com qhimgs.com qhres.com qhres2.com qhmsg.com qihucdn.com baomitu.com'), to('unknown', '360.cn so.com 360.com')),
  owner('sogou', '北京搜狗科技发展有限公司', '搜狗|Sogou', 'CN', IMPRINT, to('ads', 'union.sogou.com inte.sogou.com'), to('cdn', 'sogoucdn.com'), to('unknown', 'sogou.com')),
  owner('weibo', '北京微梦创科网络技术有限公司', '微博|Weibo', 'CN', DOCS, to('social-login', 'api.weibo.com open.weibo.com tjs.sjs.sinajs.cn'), to('ads', 'biz.weibo.com'), to('unknown', 'weibo.com weibo.cn')),
  owner('sina', '北京新浪互联信息服务有限公司', '新浪|Sina', 'CN', IMPRINT, to('analytics', 'beacon.sina.com.cn'), to('ads', 'sax.sina.com.cn sax.sina.cn'), to('cdn', 'sinaimg.cn sinajs.cn'), to('unknown', 'sina.com.cn sina.cn')),
  owner('sohu', '北京搜狐互联网信息服务有限公司', '搜狐|Sohu|畅言', 'CN', IMPRINT, to('analytics', 'pv.sohu.com'), to('cdn', 'itc.cn'), to('unknown', 'sohu.com')),
  owner('ifeng', '北京天盈九州网络技术有限公司', '凤凰网|ifeng', 'CN', IMPRINT, to('cdn', 'ifengimg.com'), to('unknown', 'ifeng.com')),
  owner('bilibili', '上海宽娱数码科技有限公司', '哔哩哔哩|bilibili|B站', 'CN', IMPRINT, to('analytics', 'data.bilibili.com'), to('ads', 'cm.bilibili.com'), to('cdn', 'hdslb.com'), to('video', 'bilibili.com biliapi.net biliapi.com')),
  owner('iqiyi', '北京爱奇艺科技有限公司', '爱奇艺|iQIYI', 'CN', IMPRINT, to('analytics', 'msg.qy.net'), to('cdn', 'iqiyipic.com qiyipic.com'), to('video', 'iqiyi.com qiyi.com qy.net')),
  owner('meituan', '北京三快在线科技有限公司', '美团|Meituan', 'CN', IMPRINT, to('cdn', 'meituan.net'), to('unknown', 'meituan.com sankuai.com')),
  owner('dianping', '上海汉涛信息咨询有限公司', '大众点评', 'CN', IMPRINT, to('cdn', 'dpfile.com'), to('unknown', 'dianping.com')),
  owner('pinduoduo', '上海寻梦信息技术有限公司', '拼多多|Pinduoduo', 'CN', IMPRINT, to('cdn', 'pddpic.com pddugc.com'), to('unknown', 'pinduoduo.com yangkeduo.com')),
  owner('ctrip', '携程计算机技术（上海）有限公司', '携程|Ctrip|Trip.com', 'CN', IMPRINT, to('cdn', 'c-ctrip.com'), to('unknown', 'ctrip.com')),
  owner('zhihu', '北京智者天下科技有限公司', '知乎|Zhihu', 'CN', IMPRINT, to('cdn', 'zhimg.com'), to('unknown', 'zhihu.com')),
  owner('xiaohongshu', '行吟信息科技（上海）有限公司', '小红书|Xiaohongshu', 'CN', IMPRINT, to('ads', 'ad.xiaohongshu.com'), to('cdn', 'xhscdn.com'), to('unknown', 'xiaohongshu.com')),
  owner('youzan', '杭州有赞科技有限公司', '有赞|Youzan', 'CN', IMPRINT, to('cdn', 'yzcdn.cn'), to('unknown', 'youzan.com youzanyun.com')),
  owner('weimob', '上海微盟企业发展有限公司', '微盟|Weimob', 'CN', IMPRINT, to('unknown', 'weimob.com')),
];

/** Mainland China: sites met as third parties of others (embedded players, images, log-in, affiliate links). */
const SITES: readonly Owner[] = [
  owner('eleme', '拉扎斯网络科技（上海）有限公司', '饿了么|拉扎斯', 'CN', IMPRINT, to('cdn', 'elemecdn.com'), to('unknown', 'ele.me')),
  owner('qunar', '北京趣拿信息技术有限公司', '去哪儿|趣拿|Qunar', 'CN', IMPRINT, to('cdn', 'qunarzz.com'), to('unknown', 'qunar.com')),
  owner('tongcheng', '同程网络科技股份有限公司', '同程', 'CN', IMPRINT, to('unknown', 'ly.com')),
  owner('mafengwo', '北京马蜂窝网络科技有限公司', '马蜂窝', 'CN', IMPRINT, to('cdn', 'mafengwo.net'), to('unknown', 'mafengwo.cn')),
  owner('suning', '苏宁易购集团股份有限公司', '苏宁', 'CN', IMPRINT, to('unknown', 'suning.com suning.cn')),
  owner('vipshop', '广州唯品会电子商务有限公司', '唯品会|Vipshop', 'CN', IMPRINT, to('cdn', 'vpimg.cn vipstatic.com vpimg1.com'), to('unknown', 'vip.com vipshop.com')),
  owner('dewu', '上海识装信息科技有限公司', '得物|识装|POIZON', 'CN', IMPRINT, to('unknown', 'dewu.com poizon.com')),
  owner('58', '北京五八信息技术有限公司', '58同城|五八同城|赶集', 'CN', IMPRINT, to('cdn', '58cdn.com.cn'), to('unknown', '58.com ganji.com')),
  owner('anjuke', '上海瑞家信息技术有限公司', '安居客|瑞家', 'CN', IMPRINT, to('cdn', 'anjukestatic.com'), to('unknown', 'anjuke.com')),
  owner('beike', '贝壳找房（北京）科技有限公司', '贝壳找房|链家', 'CN', IMPRINT, to('cdn', 'ljcdn.com'), to('unknown', 'ke.com lianjia.com')),
  owner('boss', '北京华品博睿网络技术有限公司', 'BOSS直聘|华品博睿', 'CN', IMPRINT, to('unknown', 'zhipin.com')),
  owner('zhaopin', '智联招聘', '智联招聘', 'CN', IMPRINT, to('unknown', 'zhaopin.com zhaopin.cn')),
  owner('51job', '前程无忧', '前程无忧|51job', 'CN', IMPRINT, to('unknown', '51job.com 51jobcdn.com')),
  owner('ximalaya', '上海喜马拉雅科技有限公司', '喜马拉雅', 'CN', IMPRINT, to('cdn', 'xmcdn.com'), to('unknown', 'ximalaya.com')),
  owner('mgtv', '湖南快乐阳光互动娱乐传媒有限公司', '芒果TV|快乐阳光', 'CN', IMPRINT, to('video', 'mgtv.com hunantv.com hitv.com')),
  owner('pptv', '上海聚力传媒技术有限公司', 'PPTV|聚力传媒|PP视频', 'CN', IMPRINT, to('video', 'pptv.com')),
  owner('huya', '广州虎牙信息科技有限公司', '虎牙', 'CN', IMPRINT, to('cdn', 'msstatic.com'), to('video', 'huya.com')),
  owner('yy', '广州华多网络科技有限公司', '欢聚|YY语音|YY直播', 'CN', IMPRINT, to('analytics', 'hiido.com', '海度'), to('unknown', 'yy.com')),
  owner('douyu', '武汉斗鱼网络科技有限公司', '斗鱼', 'CN', IMPRINT, to('cdn', 'douyucdn.cn'), to('video', 'douyu.com')),
  owner('acfun', '北京弹幕网络科技有限公司', 'AcFun|弹幕网络', 'CN', IMPRINT, to('video', 'acfun.cn')),
  owner('csdn', '北京创新乐知网络技术有限公司', 'CSDN|创新乐知', 'CN', IMPRINT, to('cdn', 'csdnimg.cn'), to('unknown', 'csdn.net')),
  owner('oschina', '深圳市奥思网络科技有限公司', '开源中国|奥思网络|Gitee', 'CN', IMPRINT, to('unknown', 'oschina.net gitee.com')),
  owner('jianshu', '上海佰集信息科技有限公司', '简书', 'CN', IMPRINT, to('unknown', 'jianshu.com jianshu.io')),
  owner('autohome', '北京车之家信息技术有限公司', '汽车之家|车之家', 'CN', IMPRINT, to('cdn', 'autoimg.cn'), to('unknown', 'autohome.com.cn')),
  owner('yiche', '北京易车互联信息技术有限公司', '易车', 'CN', IMPRINT, to('cdn', 'bitautoimg.com'), to('unknown', 'yiche.com bitauto.com')),
  owner('eastmoney', '东方财富信息股份有限公司', '东方财富', 'CN', IMPRINT, to('unknown', 'eastmoney.com')),
  owner('hexin', '浙江核新同花顺网络信息股份有限公司', '同花顺', 'CN', IMPRINT, to('unknown', '10jqka.com.cn')),
  owner('xueqiu', '北京雪球信息科技有限公司', '雪球', 'CN', IMPRINT, to('unknown', 'xueqiu.com')),
];

/** Mainland China: device makers and telecom operators. */
const MAKERS: readonly Owner[] = [
  owner('xiaomi', '小米科技有限责任公司', '小米|Xiaomi|MIUI', 'CN', DOCS, to('analytics', 'tracking.miui.com'), to('ads', 'ad.xiaomi.com'), to('push', 'xmpush.xiaomi.com'), to('unknown', 'mi.com xiaomi.com xiaomi.net miui.com')),
  owner('huawei', '华为软件技术有限公司', '华为|Huawei|HMS', 'CN', DOCS, to('push', 'hicloud.com dbankcloud.cn dbankcloud.com'), to('unknown', 'huawei.com vmall.com')),
  owner('huawei-cloud', '华为云计算技术有限公司', '华为云|Huawei Cloud|华为', 'CN', DOCS, to('cloud', 'myhuaweicloud.com huaweicloud.com myhwclouds.com')),
  owner('heytap', '广东欢太科技有限公司', '欢太|OPPO|HeyTap', 'CN', DOCS, to('push', 'heytapmobi.com heytap.com oppomobile.com heytapmobile.com')),
  owner('vivo', '维沃移动通信有限公司', 'vivo|维沃', 'CN', DOCS, to('push', 'vivo.com.cn vivo.com')),
  owner('meizu', '珠海市魅族通讯设备有限公司', '魅族|Flyme|Meizu', 'CN', DOCS, to('push', 'flyme.cn meizu.com')),
  owner('honor', '荣耀终端股份有限公司', '荣耀|HONOR', 'CN', DOCS, to('push', 'hihonor.com hihonorcloud.com')),
  owner('china-mobile', '中移互联网有限公司', '中移互联网|中国移动', 'CN', DOCS, to('social-login', 'cmpassport.com'), to('unknown', '10086.cn')),
  owner('china-telecom', '天翼数字生活科技有限公司', '天翼|中国电信', 'CN', DOCS, to('social-login', 'id.189.cn e.189.cn open.e.189.cn id6.me'), to('cloud', 'ctyun.cn ctyunapi.cn', '天翼云'), to('unknown', '189.cn')),
  owner('china-unicom', '联通在线信息科技有限公司', '联通|中国联通', 'CN', DOCS, to('social-login', 'wostore.cn'), to('unknown', '10010.com')),
];

/** Mainland China: measurement, advertising, push. */
const MEASUREMENT: readonly Owner[] = [
  owner('sensors', '神策网络科技（北京）有限公司', '神策|Sensors Data|SensorsData', 'CN', DOCS, to('analytics', 'sensorsdata.cn sensorsdata.com')),
  owner('growingio', '北京易数科技有限公司', 'GrowingIO|易数科技', 'CN', DOCS, to('analytics', 'growingio.com giocdn.com')),
  owner('talkingdata', '北京腾云天下科技有限公司', 'TalkingData|腾云天下', 'CN', DOCS, to('analytics', 'talkingdata.com talkingdata.net cpatrk.net udrig.com xdrig.com')),
  owner('51la', '51.LA', '51.LA|51LA|我要啦', 'CN', DOCS, to('analytics', '51.la')),
  owner('51yes', '51yes', '51yes', 'CN', IMPRINT, to('analytics', '51yes.com')),
  owner('zhuge', '北京诸葛云游科技有限公司', '诸葛IO|诸葛智能|Zhuge', 'CN', DOCS, to('analytics', 'zhugeio.com')),
  owner('thinkingdata', '上海数数信息科技有限公司', '数数科技|ThinkingData|ThinkingEngine', 'CN', DOCS, to('analytics', 'thinkingdata.cn')),
  owner('getui', '每日互动股份有限公司', '每日互动|个推|GeTui|个数', 'CN', DOCS, to('push', 'getui.com getui.net igexin.com gepush.com')),
  owner('jiguang', '深圳市和讯华谷信息技术有限公司', '极光|和讯华谷|JPush|JIGUANG', 'CN', DOCS, to('push', 'jiguang.cn jpush.cn jpush.io')),
  owner('mob', '上海掌之淘信息技术有限公司', '掌之淘|MobTech|袤博|ShareSDK', 'CN', DOCS, to('analytics', 'mob.com zztfly.com')),
  owner('openinstall', '深圳市分秒网络科技有限公司', 'openinstall|分秒网络', 'CN', DOCS, to('analytics', 'openinstall.io openinstall.com')),
  owner('reyun', '北京热云科技有限公司', '热云|TrackingIO', 'CN', DOCS, to('analytics', 'reyun.com trackingio.com')),
  owner('miaozhen', '秒针信息技术有限公司', '秒针|Miaozhen', 'CN', DOCS, to('ads', 'miaozhen.com')),
  owner('admaster', '精硕科技（北京）股份有限公司', '精硕|AdMaster', 'CN', DOCS, to('ads', 'admaster.com.cn')),
  owner('gridsum', '北京国双科技有限公司', '国双|Gridsum', 'CN', DOCS, to('analytics', 'gridsumdissector.com gridsum.com webdissector.com')),
  owner('iresearch', '艾瑞咨询', '艾瑞|iResearch|iUserTracker', 'CN', DOCS, to('analytics', 'irs01.com irs01.net irs09.com')),
  owner('ipinyou', '北京品友互动信息技术股份公司', '品友|iPinYou', 'CN', IMPRINT, to('ads', 'ipinyou.com')),
  owner('allyes', '好耶', '好耶|Allyes', 'CN', IMPRINT, to('ads', 'allyes.com')),
  owner('adview', '北京快友世纪科技股份有限公司', '快友|AdView', 'CN', DOCS, to('ads', 'adview.cn')),
  owner('domob', '多盟睿达科技（中国）有限公司', '多盟|Domob', 'CN', DOCS, to('ads', 'domob.cn')),
  owner('youmi', '有米科技股份有限公司', '有米|Youmi', 'CN', DOCS, to('ads', 'youmi.net')),
  owner('sigmob', '北京创智汇聚科技有限公司', 'Sigmob|创智汇聚', 'CN', DOCS, to('ads', 'sigmob.cn sigmob.com')),
  owner('mintegral', 'Mintegral', 'Mintegral|汇量', '', DOCS, to('ads', 'mintegral.com rayjump.com mtgglobals.com')),
  owner('convertlab', '上海欣兆阳信息科技有限公司', 'Convertlab|欣兆阳', 'CN', DOCS, to('analytics', 'convertlab.com')),
  owner('tingyun', '北京基调网络股份有限公司', '听云|基调|Tingyun', 'CN', DOCS, to('analytics', 'tingyun.com networkbench.com')),
  owner('bonree', '北京博睿宏远数据科技股份有限公司', '博睿|Bonree', 'CN', DOCS, to('analytics', 'bonree.com')),
  owner('fundebug', 'Fundebug', 'Fundebug', 'CN', DOCS, to('analytics', 'fundebug.com fundebug.net')),
  owner('ptengine', 'Ptmind', 'Ptengine|Ptmind|铂金智慧', '', DOCS, to('analytics', 'ptengine.cn ptengine.com ptengine.jp')),
  owner('bshare', 'bShare', 'bShare', 'CN', IMPRINT, to('unknown', 'bshare.cn')),
  owner('adsame', '上海传漾网络科技有限公司', '传漾|Adsame', 'CN', IMPRINT, to('ads', 'adsame.com')),
  owner('icast', '互动通', '互动通|iCast|hdtMEDIA', 'CN', IMPRINT, to('ads', 'icast.cn')),
  owner('vlion', '瑞狮', '瑞狮|Vlion', 'CN', IMPRINT, to('ads', 'vlion.cn')),
  owner('mobvista', '广州汇量网络科技股份有限公司', '汇量科技|Mobvista', 'CN', IMPRINT, to('ads', 'mobvista.com')),
  owner('wrating', '万瑞数据', '万瑞数据|Wrating', 'CN', IMPRINT, to('analytics', 'wrating.com')),
  owner('testin', '北京云测信息技术有限公司', '云测|Testin', 'CN', IMPRINT, to('analytics', 'testin.cn')),
  owner('linkedme', '北京微方程科技有限公司', 'LinkedME|微方程', 'CN', DOCS, to('analytics', 'linkedme.cc')),
  owner('duiba', '杭州兑吧网络科技有限公司', '兑吧', 'CN', IMPRINT, to('ads', 'duiba.com.cn')),
  owner('jiathis', 'JiaThis', 'JiaThis', 'CN', IMPRINT, to('unknown', 'jiathis.com')),
];

/** Mainland China: protection, payment, customer service, maps, hosting, tools. */
const SERVICES: readonly Owner[] = [
  owner('shumei', '北京数美时代科技有限公司', '数美|ishumei', 'CN', DOCS, to('anti-fraud', 'fengkongcloud.com fengkongcloud.cn ishumei.com')),
  owner('tongdun', '同盾科技有限公司', '同盾|Tongdun', 'CN', DOCS, to('anti-fraud', 'tongdun.cn tongdun.net fraudmetrix.cn')),
  owner('geetest', '武汉极意网络科技有限公司', '极验|极意|GeeTest', 'CN', DOCS, to('captcha', 'geetest.com geevisit.com')),
  owner('dingxiang', '北京顶象技术有限公司', '顶象', 'CN', DOCS, to('captcha', 'dingxiang-inc.com')),
  owner('vaptcha', 'VAPTCHA', 'VAPTCHA|手势验证码', 'CN', DOCS, to('captcha', 'vaptcha.com vaptcha.net')),
  owner('payegis', '江苏通付盾信息安全技术有限公司', '通付盾', 'CN', IMPRINT, to('anti-fraud', 'tongfudun.com')),
  owner('bangcle', '北京梆梆安全科技有限公司', '梆梆', 'CN', IMPRINT, to('anti-fraud', 'bangcle.com')),
  owner('knownsec', '北京知道创宇信息技术股份有限公司', '知道创宇|加速乐|创宇盾', 'CN', DOCS, to('cdn', 'jiasule.com yunaq.com knownsec.com')),
  owner('53kf', '53KF', '53KF|53快服|53客服', 'CN', DOCS, to('customer-service', '53kf.com')),
  owner('meiqia', '成都美洽网络科技有限公司', '美洽|Meiqia', 'CN', DOCS, to('customer-service', 'meiqia.com')),
  owner('sobot', '北京智齿博创科技有限公司', '智齿|Sobot', 'CN', DOCS, to('customer-service', 'sobot.com')),
  owner('udesk', '北京沃丰时代数据科技有限公司', '沃丰|Udesk', 'CN', DOCS, to('customer-service', 'udesk.cn')),
  owner('easemob', '北京易掌云峰科技有限公司', '环信|易掌云峰|Easemob', 'CN', DOCS, to('customer-service', 'easemob.com')),
  owner('looyu', '乐语', '乐语|Looyu', 'CN', IMPRINT, to('customer-service', 'looyu.com')),
  owner('kuaishang', '厦门快商通科技股份有限公司', '快商通', 'CN', IMPRINT, to('customer-service', 'kuaishang.cn')),
  owner('ntalker', '小能', '小能|Ntalker|能通天下', 'CN', IMPRINT, to('customer-service', 'ntalker.com')),
  owner('live800', 'Live800', 'Live800', 'CN', IMPRINT, to('customer-service', 'live800.com')),
  owner('zoosnet', '商务通', '商务通|zoosnet', 'CN', IMPRINT, to('customer-service', 'zoosnet.net zoossoft.com')),
  owner('7moor', '北京七陌科技有限公司', '七陌|容联', 'CN', DOCS, to('customer-service', '7moor.com')),
  owner('v5kf', '深圳市智客网络科技有限公司', 'V5KF|V5客服|智客', 'CN', DOCS, to('customer-service', 'v5kf.com')),
  owner('kf5', 'KF5', 'KF5|逸创云客服', 'CN', DOCS, to('customer-service', 'kf5.com')),
  owner('echat', '一洽', '一洽|eChat', 'CN', DOCS, to('customer-service', 'echatsoft.com')),
  owner('easyliao', '易聊', '易聊|Easyliao', 'CN', IMPRINT, to('customer-service', 'easyliao.com easyliao.net')),
  owner('fxiaoke', '北京易动纷享科技有限责任公司', '纷享销客|易动纷享', 'CN', IMPRINT, to('customer-service', 'fxiaoke.com')),
  owner('xiaoe', '深圳小鹅网络技术有限公司', '小鹅通|小鹅网络', 'CN', IMPRINT, to('cloud', 'xiaoe-tech.com xiaoeknow.com xeknow.com')),
  owner('wenjuan', '上海众言网络科技有限公司', '问卷网|众言', 'CN', IMPRINT, to('unknown', 'wenjuan.com')),
  owner('mikecrm', '麦客', '麦客CRM|MikeCRM', 'CN', IMPRINT, to('unknown', 'mikecrm.com')),
  owner('unionpay', '中国银联股份有限公司', '银联|云闪付|UnionPay', 'CN', DOCS, to('payment', '95516.com unionpay.com unionpaysecure.com')),
  owner('lianlian', '连连银通电子支付有限公司', '连连', 'CN', IMPRINT, to('payment', 'lianlianpay.com')),
  owner('yeepay', '易宝支付有限公司', '易宝|YeePay', 'CN', IMPRINT, to('payment', 'yeepay.com')),
  owner('99bill', '快钱支付清算信息有限公司', '快钱|99bill', 'CN', IMPRINT, to('payment', '99bill.com')),
  owner('lakala', '拉卡拉支付股份有限公司', '拉卡拉', 'CN', IMPRINT, to('payment', 'lakala.com')),
  owner('allinpay', '通联支付网络服务股份有限公司', '通联支付|Allinpay', 'CN', IMPRINT, to('payment', 'allinpay.com')),
  owner('pingxx', '上海简米网络科技有限公司', 'Ping++|简米', 'CN', DOCS, to('payment', 'pingxx.com')),
  owner('tianditu', '国家基础地理信息中心', '天地图|国家基础地理信息中心', 'CN', DOCS, to('map', 'tianditu.gov.cn tianditu.com')),
  owner('qiniu', '上海七牛信息技术有限公司', '七牛|Qiniu', 'CN', DOCS, to('cloud', 'qiniu.com qiniucdn.com qbox.me clouddn.com qnssl.com qiniudns.com qiniup.com'), to('cdn', 'staticfile.org staticfile.net')),
  owner('upyun', '杭州又拍云科技有限公司', '又拍|UPYUN', 'CN', DOCS, to('cloud', 'upyun.com upaiyun.com')),
  owner('wangsu', '网宿科技股份有限公司', '网宿|Wangsu', 'CN', DOCS, to('cdn', 'wscdns.com wsdvs.com lxdns.com ourwebcdn.com')),
  owner('baishan', '贵州白山云科技股份有限公司', '白山云|BaishanCloud', 'CN', DOCS, to('cdn', 'bsclink.cn bsgslb.cn qingcdn.com')),
  owner('ksyun', '北京金山云网络技术有限公司', '金山云|Ksyun', 'CN', DOCS, to('cloud', 'ksyun.com ksyuncdn.com ksyuncs.com ksyna.com')),
  owner('ucloud', '优刻得科技股份有限公司', '优刻得|UCloud', 'CN', DOCS, to('cloud', 'ucloud.cn ucloud.com.cn ufileos.com')),
  owner('bootcdn', 'BootCDN', 'BootCDN', 'CN', IMPRINT, to('cdn', 'bootcdn.net bootcss.com bootcdn.cn')),
  owner('iflytek', '科大讯飞股份有限公司', '讯飞|iFLYTEK', 'CN', DOCS, to('cloud', 'xfyun.cn iflytek.com')),
  owner('agora', '上海兆言网络科技有限公司', '声网|兆言|Agora', 'CN', DOCS, to('cloud', 'agora.io sd-rtn.com shengwang.cn')),
  owner('zego', '深圳市即构科技有限公司', '即构|ZEGO', 'CN', DOCS, to('cloud', 'zego.im zegocloud.com')),
  owner('rongcloud', '北京云中融信网络科技有限公司', '融云|RongCloud|云中融信', 'CN', DOCS, to('cloud', 'rongcloud.cn rongcloud.net ronghub.com')),
  owner('polyv', '广州易方信息科技股份有限公司', '保利威|POLYV|易方信息', 'CN', DOCS, to('video', 'polyv.net videocc.net')),
  owner('bokecc', '北京创盛视联数码科技有限公司', '创盛视联|CC视频|获得场景', 'CN', DOCS, to('video', 'bokecc.com csslcloud.net')),
  owner('gensee', '北京展视互动科技有限公司', '展视互动|Gensee', 'CN', DOCS, to('video', 'gensee.com')),
  owner('baijiayun', '北京百家视联科技有限公司', '百家云|百家视联', 'CN', DOCS, to('video', 'baijiayun.com baijiacloud.com')),
  owner('wjx', '长沙冉星信息科技有限公司', '问卷星|冉星', 'CN', IMPRINT, to('unknown', 'wjx.cn wjx.top')),
  owner('jinshuju', '金数据', '金数据', 'CN', IMPRINT, to('unknown', 'jinshuju.net jsj.top')),
  owner('chuanglan', '上海创蓝云智信息科技股份有限公司', '创蓝|闪验', 'CN', DOCS, to('social-login', '253.com shanyan.253.com')),
  owner('esign', '杭州天谷信息科技有限公司', 'e签宝|天谷', 'CN', IMPRINT, to('cloud', 'esign.cn')),
  owner('fadada', '深圳法大大网络科技有限公司', '法大大', 'CN', IMPRINT, to('cloud', 'fadada.com')),
  owner('megvii', '北京旷视科技有限公司', '旷视|Face++|Megvii', 'CN', DOCS, to('cloud', 'faceid.com megvii.com faceplusplus.com.cn')),
];

/** Back ends that a site rents: its own data goes to its own account there. */
const BACKENDS: readonly Owner[] = [
  owner('leancloud', 'LeanCloud', 'LeanCloud', 'CN', DOCS, to('cloud', 'leancloud.cn lncld.net lncldapi.com')),
  owner('dcloud', '数字天堂（北京）网络技术有限公司', 'DCloud|uniCloud|uni-app|数字天堂', 'CN', DOCS, to('analytics', 'tongji.dcloud.net.cn tongji.dcloud.io'), to('cloud', 'bspapp.com'), to('unknown', 'dcloud.net.cn dcloud.io')),
  owner('supabase', 'Supabase, Inc.', 'Supabase', 'US', DOCS, to('cloud', 'supabase.co')),
  owner('heroku', 'Heroku', 'Heroku', 'US', DOCS, to('cloud', 'herokuapp.com')),
  owner('vercel', 'Vercel Inc.', 'Vercel', 'US', DOCS, to('analytics', 'vitals.vercel-insights.com'), to('cloud', 'vercel.app')),
  owner('netlify', 'Netlify, Inc.', 'Netlify', 'US', DOCS, to('cloud', 'netlify.app')),
  owner('formspree', 'Formspree', 'Formspree', 'US', DOCS, to('cloud', 'formspree.io')),
];

/** Owners outside mainland China that pages in China load. */
const FOREIGN: readonly Owner[] = [
  owner('google', 'Google LLC', 'Google|谷歌', 'US', DOCS,
    to('analytics', 'google-analytics.com analytics.google.com googletagmanager.com app-measurement.com crashlytics.com', 'Google Analytics|Firebase'),
    to('ads', 'doubleclick.net googlesyndication.com googleadservices.com googletagservices.com 2mdn.net admob.com', 'AdSense|AdMob|DoubleClick'),
    to('captcha', 'recaptcha.net', 'reCAPTCHA'), to('map', 'maps.googleapis.com maps.gstatic.com maps.google.com', 'Google Maps'),
    to('video', 'youtube.com youtube-nocookie.com ytimg.com googlevideo.com', 'YouTube'), to('social-login', 'accounts.google.com'), to('cloud', 'firebaseio.com firestore.googleapis.com cloudfunctions.net appspot.com storage.googleapis.com'), to('cdn', 'gstatic.com googleapis.com googleusercontent.com ggpht.com'), to('unknown', 'google.com google.cn google.com.hk')),
  owner('meta', 'Meta Platforms, Inc.', 'Meta|Facebook|脸书|Instagram', 'US', DOCS, to('ads', 'facebook.com facebook.net fbcdn.net instagram.com', 'Meta Pixel|Facebook Pixel')),
  owner('microsoft', 'Microsoft Corporation', 'Microsoft|微软', 'US', DOCS, to('analytics', 'clarity.ms applicationinsights.azure.com visualstudio.com', 'Clarity'), to('ads', 'bat.bing.com ads.microsoft.com'), to('social-login', 'login.microsoftonline.com login.live.com'), to('map', 'virtualearth.net'), to('cdn', 'azureedge.net aspnetcdn.com msecnd.net azurefd.net'), to('cloud', 'windows.net azurewebsites.net'), to('unknown', 'bing.com microsoft.com live.com')),
  owner('apple', 'Apple Inc.', 'Apple|苹果', 'US', IMPRINT, to('social-login', 'appleid.apple.com appleid.cdn-apple.com'), to('unknown', 'apple.com mzstatic.com')),
  owner('amazon', 'Amazon.com, Inc.', 'Amazon|亚马逊|AWS', 'US', IMPRINT, to('ads', 'amazon-adsystem.com'), to('cdn', 'cloudfront.net'), to('cloud', 'amazonaws.com amazonaws.com.cn')),
  owner('cloudflare', 'Cloudflare, Inc.', 'Cloudflare', 'US', DOCS, to('captcha', 'challenges.cloudflare.com'), to('analytics', 'cloudflareinsights.com'), to('cdn', 'cloudflare.com cloudflarestream.com')),
  owner('akamai', 'Akamai Technologies, Inc.', 'Akamai', 'US', IMPRINT, to('cdn', 'akamaihd.net akamaized.net akamai.net edgesuite.net edgekey.net'), to('analytics', 'go-mpulse.net')),
  owner('fastly', 'Fastly, Inc.', 'Fastly', 'US', IMPRINT, to('cdn', 'fastly.net fastlylb.net')),
  owner('jsdelivr', 'jsDelivr', 'jsDelivr', '', DOCS, to('cdn', 'jsdelivr.net')),
  owner('unpkg', 'UNPKG', 'UNPKG', '', DOCS, to('cdn', 'unpkg.com')),
  owner('adobe', 'Adobe Inc.', 'Adobe', 'US', DOCS, to('analytics', 'omtrdc.net 2o7.net adobedtm.com adobedc.net'), to('ads', 'demdex.net everesttech.net'), to('cdn', 'typekit.net')),
  owner('oracle', 'Oracle Corporation', 'Oracle|甲骨文', 'US', IMPRINT, to('ads', 'bluekai.com bkrtx.com addthis.com moatads.com')),
  owner('salesforce', 'Salesforce, Inc.', 'Salesforce', 'US', IMPRINT, to('ads', 'krxd.net exacttarget.com'), to('customer-service', 'salesforceliveagent.com')),
  owner('tiktok', 'TikTok Pte. Ltd.', 'TikTok', 'SG', DOCS, to('ads', 'analytics.tiktok.com tiktok.com byteoversea.com tiktokcdn.com')),
  owner('hotjar', 'Hotjar Ltd', 'Hotjar', 'MT', DOCS, to('analytics', 'hotjar.com hotjar.io')),
  owner('mixpanel', 'Mixpanel, Inc.', 'Mixpanel', 'US', DOCS, to('analytics', 'mixpanel.com mxpnl.com')),
  owner('amplitude', 'Amplitude, Inc.', 'Amplitude', 'US', DOCS, to('analytics', 'amplitude.com')),
  owner('twilio', 'Twilio Inc.', 'Twilio|Segment', 'US', DOCS, to('analytics', 'segment.com segment.io')),
  owner('posthog', 'PostHog, Inc.', 'PostHog', 'US', DOCS, to('analytics', 'posthog.com')),
  owner('fullstory', 'FullStory, Inc.', 'FullStory', 'US', DOCS, to('analytics', 'fullstory.com')),
  owner('logrocket', 'LogRocket, Inc.', 'LogRocket', 'US', DOCS, to('analytics', 'logrocket.com logrocket.io lr-ingest.io lr-in.com')),
  owner('datadog', 'Datadog, Inc.', 'Datadog', 'US', DOCS, to('analytics', 'datadoghq.com browser-intake-datadoghq.com datadoghq-browser-agent.com')),
  owner('newrelic', 'New Relic, Inc.', 'New Relic', 'US', DOCS, to('analytics', 'nr-data.net newrelic.com')),
  owner('sentry', 'Functional Software, Inc.', 'Sentry', 'US', DOCS, to('analytics', 'sentry.io sentry-cdn.com')),
  owner('matomo', 'InnoCraft Ltd', 'Matomo', 'NZ', DOCS, to('analytics', 'matomo.cloud')),
  owner('criteo', 'Criteo SA', 'Criteo', 'FR', IMPRINT, to('ads', 'criteo.com criteo.net')),
  owner('taboola', 'Taboola, Inc.', 'Taboola', 'US', IMPRINT, to('ads', 'taboola.com')),
  owner('outbrain', 'Outbrain Inc.', 'Outbrain', 'US', IMPRINT, to('ads', 'outbrain.com')),
  owner('tradedesk', 'The Trade Desk, Inc.', 'The Trade Desk', 'US', IMPRINT, to('ads', 'adsrvr.org')),
  owner('comscore', 'comScore, Inc.', 'comScore', 'US', IMPRINT, to('analytics', 'scorecardresearch.com')),
  owner('pubmatic', 'PubMatic, Inc.', 'PubMatic', 'US', IMPRINT, to('ads', 'pubmatic.com')),
  owner('linkedin', 'LinkedIn Corporation', 'LinkedIn|领英', 'US', DOCS, to('ads', 'linkedin.com licdn.com')),
  owner('x', 'X Corp.', 'Twitter|推特', 'US', DOCS, to('ads', 'twitter.com ads-twitter.com twimg.com x.com t.co')),
  owner('pinterest', 'Pinterest, Inc.', 'Pinterest', 'US', DOCS, to('ads', 'pinterest.com pinimg.com')),
  owner('snap', 'Snap Inc.', 'Snapchat', 'US', DOCS, to('ads', 'sc-static.net snapchat.com')),
  owner('yandex', 'Yandex LLC', 'Yandex', 'RU', DOCS, to('analytics', 'mc.yandex.ru mc.yandex.com'), to('unknown', 'yandex.ru yandex.com yastatic.net')),
  owner('hubspot', 'HubSpot, Inc.', 'HubSpot', 'US', DOCS, to('analytics', 'hubspot.com hs-analytics.net hs-scripts.com hsforms.com hs-banner.com')),
  owner('intercom', 'Intercom, Inc.', 'Intercom', 'US', DOCS, to('customer-service', 'intercom.io intercomcdn.com')),
  owner('zendesk', 'Zendesk, Inc.', 'Zendesk', 'US', DOCS, to('customer-service', 'zendesk.com zdassets.com zopim.com')),
  owner('stripe', 'Stripe, Inc.', 'Stripe', 'US', DOCS, to('payment', 'stripe.com stripe.network')),
  owner('paypal', 'PayPal, Inc.', 'PayPal|贝宝', 'US', DOCS, to('payment', 'paypal.com paypalobjects.com')),
  owner('adyen', 'Adyen N.V.', 'Adyen', 'NL', DOCS, to('payment', 'adyen.com')),
  owner('hcaptcha', 'Intuition Machines, Inc.', 'hCaptcha', 'US', DOCS, to('captcha', 'hcaptcha.com')),
  owner('arkose', 'Arkose Labs', 'Arkose', 'US', DOCS, to('captcha', 'arkoselabs.com funcaptcha.com')),
  owner('fingerprint', 'FingerprintJS, Inc.', 'FingerprintJS', 'US', DOCS, to('anti-fraud', 'fpjs.io fpcdn.io fpjscdn.net')),
  owner('onetrust', 'OneTrust LLC', 'OneTrust', 'US', DOCS, to('consent', 'cookielaw.org onetrust.com cookiepro.com')),
  owner('usercentrics', 'Usercentrics', 'Usercentrics|Cookiebot', '', DOCS, to('consent', 'cookiebot.com usercentrics.eu')),
  owner('optimizely', 'Optimizely', 'Optimizely', 'US', DOCS, to('analytics', 'optimizely.com')),
  owner('appsflyer', 'AppsFlyer Ltd.', 'AppsFlyer', 'IL', DOCS, to('analytics', 'appsflyer.com appsflyersdk.com')),
  owner('adjust', 'Adjust GmbH', 'adjust.com|Adjust GmbH', 'DE', DOCS, to('analytics', 'adjust.com adjust.io adjust.world')),
  owner('branch', 'Branch Metrics, Inc.', 'Branch Metrics|branch.io', 'US', DOCS, to('analytics', 'branch.io')),
  owner('onesignal', 'OneSignal, Inc.', 'OneSignal', 'US', DOCS, to('push', 'onesignal.com')),
  owner('braze', 'Braze, Inc.', 'Braze', 'US', DOCS, to('push', 'braze.com appboycdn.com')),
  owner('mapbox', 'Mapbox, Inc.', 'Mapbox', 'US', DOCS, to('map', 'mapbox.com mapbox.cn')),
  owner('osm', 'OpenStreetMap Foundation', 'OpenStreetMap', 'GB', DOCS, to('map', 'openstreetmap.org')),
  owner('disqus', 'Disqus, Inc.', 'Disqus', 'US', IMPRINT, to('unknown', 'disqus.com disquscdn.com')),
  owner('automattic', 'Automattic Inc.', 'Automattic|WordPress.com|Gravatar', 'US', IMPRINT, to('analytics', 'stats.wp.com pixel.wp.com'), to('cdn', 'wp.com gravatar.com')),
];

/** All owners. */
export const OWNERS: readonly Owner[] = [...PLATFORMS, ...SITES, ...MAKERS, ...MEASUREMENT, ...SERVICES, ...BACKENDS, ...FOREIGN];
