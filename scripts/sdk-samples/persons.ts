/** Invented persons whose data the recordings hold. Numbers pass their check digits and belong to nobody we know of. */
export interface Person {
  name: string;
  phone: string;
  email: string;
  idNumber: string;
  card: string;
  address: string;
  birthday: string;
  gender: string;
  userId: string;
  openid: string;
  latitude: number;
  longitude: number;
  /** What they look for on the page. */
  search: string;
  password: string;
}

export const PERSONS: readonly Person[] = [
  { name: '沈若溪', phone: '13912340021', email: 'shen.ruoxi@mail.example', idNumber: '110105199003077411', card: '6222021001112223331', address: '北京市朝阳区望桥路18号院3号楼502室', birthday: '1990-03-07', gender: '女', userId: '80417735', openid: 'oQz5f5Kx9TnWm2LpRv8sYc3Hd7Je', latitude: 39.921437, longitude: 116.443552, search: '孕期补铁怎么吃', password: 'Ruoxi!0307' },
  { name: '欧阳景行', phone: '18677010456', email: 'ouyangjx1985@post.example', idNumber: '310104198511230036', card: '4111111111111111', address: '上海市徐汇区梧桐南路236弄9号1101室', birthday: '1985-11-23', gender: '男', userId: '10023398', openid: 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M', latitude: 31.188329, longitude: 121.43652, search: '离婚财产怎么分', password: 'jx-19851123' },
  { name: '古丽', phone: '17360882279', email: 'guli.k@inbox.example', idNumber: '650102200112054827', card: '6217001210024455220', address: '乌鲁木齐市天山区红雁街道青松路77号', birthday: '2001-12-05', gender: '女', userId: '552810', openid: 'oLVPpjqs9BhvzwPj5A-vTYAX3GLc', latitude: 43.78211, longitude: 87.61742, search: '乙肝携带者体检', password: 'guli_2001' },
];
