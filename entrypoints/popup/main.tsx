import { render } from 'preact';

render(<p>明示</p>, document.getElementById('app')!);
