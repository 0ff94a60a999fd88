/** Amazon Cognito: sign-up with attributes, a code asked for. */
import { CognitoUser, CognitoUserAttribute, CognitoUserPool } from 'amazon-cognito-identity-js';

export default async function drive(person, index) {
  const pool = new CognitoUserPool({ UserPoolId: 'cn-north-1_Kx2mVt4Qw', ClientId: '3f8ac1d97b2e4f60a1b2c3d4e5' });
  const attributes = index === 0 ? { email: person.email, name: person.name } : { phone_number: `+86${person.phone}`, birthdate: person.birthday, address: person.address };
  await new Promise((resolve) => pool.signUp(index === 0 ? person.email : person.userId, person.password, Object.entries(attributes).map(([Name, Value]) => new CognitoUserAttribute({ Name, Value })), [], resolve));
  await new Promise((resolve) => {
    new CognitoUser({ Username: index === 2 ? person.phone : person.email, Pool: pool }).forgotPassword({ onSuccess: resolve, onFailure: resolve });
  });
}
