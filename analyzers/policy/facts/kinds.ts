/**
 * Kinds of personal data as policies word them. Ids are those of traffic (`DataKind`) where traffic can show the kind, so that what is said can be
 * held against what is sent; the others are kinds only a policy knows.
 * Sensitive by PIPL 28 (biometrics, faith, specific identity, health, financial accounts, tracks, under 14) and GB/T 45574-2025 for the details.
 */

export interface PolicyKind {
  kind: string;
  /** On folded text: lower case, no spaces. Matches must be the wording itself. */
  pattern: RegExp;
  sensitive: boolean;
}

export const POLICY_KINDS: readonly PolicyKind[] = [
  { kind: 'name', pattern: /(?:真实|您的|联系人|收货人|收件人)?姓名|联系人名称|fullname|(?:your|last|first)name/, sensitive: false },
  { kind: 'phone', pattern: /(?:移动|手机|联系|固定|本机)?电话(?:号码|号)|手机号码?|联系电话|移动电话|本机号码|(?:手机|电话)(?=[、，,；。及和])|(?<![a-z])phone(?:number)?|mobilenumber/, sensitive: false },
  { kind: 'id-number', pattern: /(?:居民)?身份证(?:件)?(?:号码?|信息|照片|正反面|复印件|明)?|(?:有效)?证件号码?|护照号?码?|驾驶证|军官证|社保卡|港澳通行证|idcard|passport|identitycard/, sensitive: true },
  { kind: 'email', pattern: /电子邮箱(?:地址)?|电子邮件(?:地址)?|邮箱(?:地址|号)?|e-?mail/, sensitive: false },
  { kind: 'bank-card', pattern: /银行(?:卡|账户|账号|帐号|帐户)(?:号|号码|信息)?|信用卡(?:号|信息)?|金融账户|支付账号|支付宝账号|creditcard|bankaccount/, sensitive: true },
  { kind: 'address', pattern: /(?:收货|联系|家庭|通讯|邮寄|居住|常住|配送|详细|常用)地址|住址|(?:postal|shipping|mailing|home)address/, sensitive: false },
  { kind: 'birthday', pattern: /出生(?:日期|年月日?)|生日|dateofbirth|birthday/, sensitive: false },
  { kind: 'gender', pattern: /性别|gender/, sensitive: false },
  { kind: 'age', pattern: /年龄(?!段?限制)/, sensitive: false },
  { kind: 'precise-location', pattern: /精(?:确|准)(?:的)?(?:地理)?(?:位置|定位)(?:信息)?|经纬度|gps(?:信息|位置|定位)?|行踪轨迹|行程轨迹|preciselocation/, sensitive: true },
  { kind: 'precise-location', pattern: /(?:地理|所在|实时|当前)?位置(?:信息|数据)|定位信息|地理位置|locationdata|geolocation/, sensitive: false },
  { kind: 'coarse-location', pattern: /(?:粗略|大致|模糊)(?:的)?(?:地理)?(?:位置|定位)(?:信息)?|ip(?:归)?属地|所在(?:的)?(?:城市|地区|省市|省份)/, sensitive: false },
  { kind: 'ip', pattern: /ip(?:地址|address)|互联网协议地址|\bip\b(?=[、，,）)])/, sensitive: false },
  { kind: 'device-id', pattern: /(?:唯一)?设备(?:唯一)?(?:标识|识别)(?:码|符|信息|号)?|设备id|设备mac地址|硬件(?:地址|序列号)|设备序列号|imei|imsi|meid|oaid|idfa|idfv|androidid|mac地址|iccid|sim卡(?:序列号|信息)|广告标识符?|deviceid(?:entifier)?/, sensitive: false },
  { kind: 'cookie-id', pattern: /cookies?(?!政策|声明|同意)|beacon|localstorage|像素标签/, sensitive: false },
  { kind: 'account-id', pattern: /(?:账号|账户|帐号|帐户|会员)(?:id|信息|名称?|昵称)|用户名|用户id|openid|unionid|登录名|(?:qq|微信|微博)(?:号|账号|id)|uid|username|accountname/, sensitive: false },
  { kind: 'password', pattern: /(?:登录|账号|账户|支付)?密码(?!学|技术|保护|找回)|password/, sensitive: false },
  { kind: 'face-image', pattern: /人脸(?:信息|图像|照片|特征|识别(?:信息|特征))?|面部(?:信息|图像|特征|识别特征)|刷脸|faceimage|facialrecognition/, sensitive: true },
  { kind: 'biometric', pattern: /指纹(?:信息)?|声纹|虹膜|生物(?:识别|特征)(?:信息|特征)?|掌纹|biometric/, sensitive: true },
  { kind: 'audio', pattern: /(?:语音|录音|通话录音|音频)(?:信息|内容|数据)?|麦克风(?:录制)?|voicerecording/, sensitive: false },
  { kind: 'image', pattern: /照片|相册|图片(?:信息)?|视频信息|photos?/, sensitive: false },
  { kind: 'avatar', pattern: /头像|昵称|avatar|nickname/, sensitive: false },
  { kind: 'contacts', pattern: /通讯录|通信录|联系人(?:信息|列表)|addressbook|contactlist/, sensitive: false },
  { kind: 'health', pattern: /健康(?:状况|信息|数据|档案)|病历|病史|诊疗|就诊|医疗(?:信息|记录)|体检(?:报告|信息)|血压|血糖|心率|healthdata|medical/, sensitive: true },
  { kind: 'faith', pattern: /宗教信仰|religio/, sensitive: true },
  { kind: 'credit', pattern: /征信(?:信息|记录|报告)|信用(?:信息|记录|报告)/, sensitive: true },
  { kind: 'marital-status', pattern: /婚姻(?:状况|信息|史)|婚史/, sensitive: false },
  { kind: 'occupation', pattern: /职业|职务|职位|工作单位|任职|公司名称|单位名称|occupation|employer|jobtitle/, sensitive: false },
  { kind: 'education', pattern: /学历|教育(?:背景|经历|程度)|(?:就读)?学校(?:名称|信息)?|班级|年级|education/, sensitive: false },
  { kind: 'search-or-page-content', pattern: /(?:搜索|浏览|访问|点击|查询|收藏|播放|观看)(?:历史)?(?:记录|历史|关键词|内容|行为|页面)|搜索词|browsinghistory|searchquer/, sensitive: false },
  { kind: 'log', pattern: /(?:网络|服务|操作|访问|使用|系统|登录|崩溃|运行)?日志(?:信息|数据|记录)?|(?:操作|使用|登录)记录|logdata|logfiles?|usagedata/, sensitive: false },
  { kind: 'device-info', pattern: /设备(?:型号|类型|品牌|名称|信息|属性|参数|配置)|手机型号|操作系统(?:版本|类型)?|系统版本|(?:屏幕)?分辨率|浏览器(?:的)?(?:类型|型号|版本)|语言设置|devicemodel|devicetype|operatingsystem|browsertype|deviceinformation/, sensitive: false },
  { kind: 'network-info', pattern: /网络(?:类型|状态|信息|环境|接入方式|制式)|wi-?fi(?:信息|列表|状态|名称)?|ssid|bssid|运营商(?:信息|类型)?|基站(?:信息)?|蓝牙(?:信息)?/, sensitive: false },
  { kind: 'app-list', pattern: /(?:已安装)?(?:应用|软件|app)(?:安装)?列表|安装的(?:应用|软件)/, sensitive: false },
  { kind: 'transaction', pattern: /(?:交易|订单|消费|购买|支付|充值|付款)(?:记录|信息|明细|历史|数据)|transaction|purchasehistory|paymentinformation/, sensitive: false },
  { kind: 'messages', pattern: /聊天(?:记录|内容)|短信(?:内容|记录|信息)|通话记录|通信记录|私信内容/, sensitive: false },
  { kind: 'clipboard', pattern: /剪(?:切|贴)板|clipboard/, sensitive: false },
  { kind: 'sensor', pattern: /传感器(?:信息|数据)?|陀螺仪|加速度(?:计|传感器)?/, sensitive: false },
  { kind: 'calendar', pattern: /日历(?:信息|事件)?(?!天|日)/, sensitive: false },
  { kind: 'typed-text', pattern: /(?:留言|评论|反馈|咨询|填写|输入|发布)(?:的)?(?:内容|文字)|留言信息/, sensitive: false },
  { kind: 'plate', pattern: /车牌号?码?|车架号|行驶证|车辆(?:识别|信息)/, sensitive: false },
];
