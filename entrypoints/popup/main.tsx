import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/parts.css';
import '../../components/styles/popup.css';
import { Popup } from './popup';
import { begin } from './start';

void begin().then(() => render(<Popup />, document.getElementById('app')!));
