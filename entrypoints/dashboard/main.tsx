import { render } from 'preact';
import '../../locales/dashboard';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/parts.css';
import '../../components/dashboard/dashboard.css';
import { Dashboard } from './dashboard';

render(<Dashboard />, document.getElementById('app')!);
