/**
 * What a service needs to know of a person: the 39 types of 常见类型移动互联网应用程序必要个人信息范围规定 (article 5, in force
 * 2021-05-01; written for apps and mini programs, a yardstick for web sites), and services of daily life outside that list.
 */
import type { FieldKind, Text } from '../artifacts';
import data from './necessary-information.json';

export interface ServiceType {
  id: string;
  /** Number in article 5 (一 … 三十九); absent for services outside the list. */
  number?: string;
  name: Text;
  /** The type's scope was seen word for word in a copy of the provisions; only then may it be quoted. */
  verified?: boolean;
  /** Kinds of fields the basic function needs; for services outside the list, those no one would wonder at. */
  needs: FieldKind[];
  /** Kinds certainly not needed for the basic function, whoever offers it. */
  unneeded: FieldKind[];
  /** Whether it is a one-off or information service that works without an account and a phone number; absent where a person has to say. */
  noAccount?: boolean;
  /** Services outside the list: what the entry rests on. */
  why?: string;
}

/** Date from which the list is in force. */
export const NECESSARY_SINCE = data.effective;

const TYPES = data.types as unknown as ServiceType[];
const BY_ID = new Map(TYPES.map((type) => [type.id, type]));

export function serviceTypes(): readonly ServiceType[] {
  return TYPES;
}

/** A service by its id; undefined for an id that a newer or older version wrote. */
export function serviceType(id: string): ServiceType | undefined {
  return BY_ID.get(id);
}
