/** The page on which the SDKs run: a small shop with a form to type into and things to press. */
export const PAGE_HOST = 'www.shop.example.cn';

export const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>青禾健康商城</title></head>
<body><h1>青禾健康商城</h1><nav><a href="#a">首页</a> <a href="#b">订单 2026112200018877</a></nav>
<p>客服热线 400-810-0000，门店电话 13800138000，营业执照 91110105MA01ABCD2X</p>
<form id="f" onsubmit="return false"><label>搜索 <input name="kw" id="kw"></label><label>姓名 <input name="realname" id="realname"></label>
<label>手机 <input name="mobile" id="mobile"></label><label>邮箱 <input name="email" id="email"></label>
<label>密码 <input name="pw" id="pw" type="password"></label><button id="go" data-sku="SKU-100238">立即购买</button></form>
<ul><li data-goods="6222020000000000018">阿胶块 ￥129.00</li><li>叶酸片 ￥39.90</li></ul>
<script src="/driver.js"></script></body></html>`;
