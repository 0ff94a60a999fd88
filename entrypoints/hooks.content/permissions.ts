/** Watches calls that ask the person for a permission. */
import type { Seen } from './channel';
import type { Line } from './line';
import { watchMethod } from './wrap';

type Permission = Extract<Seen, { t: 'permission' }>['permission'];

export function watchPermissions(line: Line): void {
  const tell = (permission: Permission) => line.tell({ t: 'permission', at: Date.now(), permission, active: navigator.userActivation?.isActive ?? false }, true);

  const onMedia = (_self: unknown, [constraints]: unknown[]) => {
    const wanted = (constraints ?? {}) as MediaStreamConstraints;
    if (wanted.video) tell('camera');
    if (wanted.audio) tell('microphone');
  };

  if (typeof Geolocation === 'function') {
    watchMethod(Geolocation.prototype, 'getCurrentPosition', () => tell('location'));
    watchMethod(Geolocation.prototype, 'watchPosition', () => tell('location'));
  }
  if (typeof MediaDevices === 'function') {
    watchMethod(MediaDevices.prototype, 'getUserMedia', onMedia);
    watchMethod(MediaDevices.prototype, 'getDisplayMedia', () => tell('screen'));
  }
  // The old form, which kits for scanning codes still fall back to.
  for (const name of ['getUserMedia', 'webkitGetUserMedia', 'mozGetUserMedia']) watchMethod(Navigator.prototype, name, onMedia);
  if ('ContactsManager' in window) watchMethod((window.ContactsManager as { prototype: object }).prototype, 'select', () => tell('contacts'));
  if (typeof Notification === 'function') watchMethod(Notification, 'requestPermission', () => tell('notification'));
  if (typeof PushManager === 'function') watchMethod(PushManager.prototype, 'subscribe', () => tell('notification'));
  if (typeof Clipboard === 'function') {
    watchMethod(Clipboard.prototype, 'read', () => tell('clipboard-read'));
    watchMethod(Clipboard.prototype, 'readText', () => tell('clipboard-read'));
  }
  if (typeof DeviceMotionEvent === 'function') watchMethod(DeviceMotionEvent, 'requestPermission', () => tell('motion'));
  if (typeof DeviceOrientationEvent === 'function') watchMethod(DeviceOrientationEvent, 'requestPermission', () => tell('motion'));
}
