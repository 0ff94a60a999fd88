/**
 * Wraps native functions so that the page notices nothing: a Proxy keeps name, length, `toString` and errors, and
 * the native function runs with the very arguments given.
 */

const apply = Reflect.apply;
// The page may replace them later.
const Native = Promise;
const then = Promise.prototype.then;

/** Called before the native function, with its `this` and arguments. What it throws is swallowed. */
export type Watch = (self: unknown, args: unknown[]) => void;

/** Replaces a method of `owner` by one that is watched. Missing or locked methods are left alone. */
export function watchMethod(owner: object | undefined, name: string, before: Watch): void {
  if (!owner) return;
  try {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name);
    if (typeof descriptor?.value !== 'function' || !descriptor.configurable) return;
    Object.defineProperty(owner, name, { ...descriptor, value: watched(descriptor.value, before) });
  } catch {
    // A locked prototype: observe nothing there.
  }
}

/**
 * Like `watchMethod`, for what the promise a method returns comes to. The page gets a promise that ends as the native one
 * does: listening to that one would make the browser think that a failure nobody waits for was taken care of.
 */
export function watchResult(owner: object | undefined, name: string, after: (self: unknown, value: unknown) => void): void {
  if (!owner) return;
  try {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name);
    if (typeof descriptor?.value !== 'function' || !descriptor.configurable) return;
    const value = new Proxy(descriptor.value as (...args: never[]) => unknown, {
      apply(target, self, args) {
        const result: unknown = apply(target, self, args);
        if (!(result instanceof Native)) return result;
        return new Native((resolve, reject) => {
          void then.call(result, (value) => {
            try {
              after(self, value);
            } catch {
              // What we do must never show in the page.
            }
            resolve(value);
          }, reject);
        });
      },
    });
    Object.defineProperty(owner, name, { ...descriptor, value });
  } catch {
    // A locked prototype: observe nothing there.
  }
}

/** Like `watchMethod`, for the getter or setter of a property. */
export function watchAccessor(owner: object | undefined, name: string, part: 'get' | 'set', before: Watch): void {
  if (!owner) return;
  try {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name);
    const native = descriptor?.[part];
    if (!descriptor || typeof native !== 'function' || !descriptor.configurable) return;
    Object.defineProperty(owner, name, { ...descriptor, [part]: watched(native, before) });
  } catch {
    // As above.
  }
}

function watched<F extends (...args: never[]) => unknown>(native: F, before: Watch): F {
  return new Proxy(native, {
    apply(target, self, args) {
      try {
        before(self, args);
      } catch {
        // What we do must never show in the page.
      }
      return apply(target, self, args);
    },
  });
}

/** Stacks read for one document at most: each costs some ten microseconds. */
let stacksLeft = 400;

/** Host of the script that called into a watched function: the first address of the page's own web in the stack. */
export function callerHost(): string | undefined {
  if (stacksLeft-- <= 0) return undefined;
  const stack = new Error().stack ?? '';
  return /\bhttps?:\/\/([^/:\s)]{1,253})/.exec(stack.slice(0, 4_000))?.[1]?.toLowerCase();
}
