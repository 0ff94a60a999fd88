/** What the page says of its operator: company behind ©, ICP filing, police filing. */
import type { PageSurface } from '../artifacts';
import { blockOf, fold, textOf } from './dom';
import type { Scan } from './scan';

/** 京ICP备12345678号-1 (non-commercial filing) or 京ICP证030173号 (licence); also B2 value-added licences are no filing of the site. */
const ICP = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]\s?ICP\s?[备证]\s?(?:字第?)?\s?\d{5,12}\s?号?(?:-\d{1,3})?/i;
/** 京公网安备11010502030143号. */
const POLICE = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]公网安备\s?\d{8,14}\s?号?/;
const COMPANY = /[\u4e00-\u9fa5A-Za-z0-9（）()·&]{2,40}?(?:有限责任公司|股份有限公司|有限公司|集团公司|集团|公司)/;
/** Other bodies count only right behind the mark: such words stand in many a link of a footer. */
const BODY = /(?:©|\(c\)|copyright|版权所有|版权归|主办单位|主办方?|运营(?:方|单位|主体|商)|承办单位)[\s©:：\d,，.\-–—~至年]{0,24}([\u4e00-\u9fa5（）()·]{2,30}?(?:研究院|研究所|出版社|委员会|人民政府|大学|学院|医院|银行|协会|学会|总会|中心|事务所|工作室|报社|电视台|图书馆|博物馆))/i;
const OWNER_MARK = /©|\(c\)|copyright|版权所有|版权归|主办单位|主办方|运营(?:方|单位|主体|商)|all rights reserved/i;
const COMPANY_EN = /(?:©|\(c\)|copyright)[\s©]{0,8}(?:\(c\)\s{0,8})?(?:\d{4}(?:\s?[-–—~至]\s?(?:\d{4}|present|now))?[,.\s]{0,8})?(?:by\s)?([A-Z][\w&.,' -]{1,60}?)(?:[.,]?\s{1,8}(?:all rights|版权)|[|·\n]|$)/i;

/** Reads the footer from the texts the scan set aside; later texts win, since footers stand at the end. */
export function readFooter(scan: Scan): PageSurface['footer'] {
  const footer: PageSurface['footer'] = {};
  for (const element of [...scan.footerText].reverse()) {
    const text = textOf(blockOf(element), 400) || fold(element.textContent?.slice(0, 400) ?? '');
    footer.icp ??= ICP.exec(text)?.[0].replace(/\s/g, '');
    footer.police ??= POLICE.exec(text)?.[0].replace(/\s/g, '');
    if (footer.operator === undefined && (OWNER_MARK.test(text) || ICP.test(text))) footer.operator = operatorIn(text);
  }
  return Object.fromEntries(Object.entries(footer).filter(([, value]) => value !== undefined));
}

function operatorIn(text: string): string | undefined {
  const cleaned = text.replace(/(?:copyright|版权所有|版权归|主办单位|主办方|运营(?:方|单位|主体|商)|©|\(c\)|\d{4}(?:\s?[-–—~至]\s?(?:\d{4}|present|now|今))?年?|[:：,，])/gi, ' ');
  const company = COMPANY.exec(cleaned)?.[0].trim() ?? BODY.exec(text)?.[1]?.trim();
  if (company) return company;
  const english = COMPANY_EN.exec(text)?.[1]?.trim();
  return english && /[a-z]{2}/i.test(english) && !/^all rights/i.test(english) ? english : undefined;
}
