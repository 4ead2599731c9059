// What somebody else's project says to the packages, for the compiler to judge.

export const pageSource = `import '@floorwalk/widget/supervisor';
import { FloorwalkFloor, type CommandRequestedEvent } from '@floorwalk/widget';
import type { Refusal } from '@floorwalk/core';
import { whyNot } from '@floorwalk/core/policy';
import type { FloorwalkServer } from '@floorwalk/server';
import { start } from '@floorwalk/bot';

class Floor extends FloorwalkFloor {}
customElements.define('acme-floor', Floor);
const panel = document.createElement('floorwalk-supervisor');
panel.getToken = async () => 'token';
panel.monitor('c-1', { customer: 'Marta', beside: true });
panel.addEventListener('floorwalk-command-requested', (event) => {
  const asked: CommandRequestedEvent = event;
  if (asked.command === 'transfer') event.preventDefault();
});
panel.addEventListener('floorwalk-attention-changed', ({ count }) => (document.title = \`\${count}\`));
export const why = (refusal: Refusal): string => refusal.refusal;
export const rules: unknown = whyNot;
export const running: Promise<Pick<FloorwalkServer, 'url'>> = start({});
`;

export const wrongLines = `
panel.monitor(1);
panel.addEventListener('floorwalk-panel-closed', (event) => event.wordz);
`;

export const reactSource = `import '@floorwalk/widget/supervisor';
import type {} from '@floorwalk/widget/react';
import type { FloorwalkSupervisor } from '@floorwalk/widget/supervisor';

export const Panel = ({ getToken }: { getToken: () => Promise<string> }) => (
  <floorwalk-supervisor
    server="https://floorwalk.example.com"
    getToken={getToken}
    keepTitle
    ref={(panel: FloorwalkSupervisor | null) => void panel?.monitor('c-1')}
    onfloorwalk-command-requested={(event) => {
      if (event.command === 'transfer') event.preventDefault();
    }}
  />
);
`;

export const wrongReactSource = `import type {} from '@floorwalk/widget/react';

export const first = <floorwalk-supervisor server={1} />;
export const second = <floorwalk-supervisor onfloorwalk-panel-closed={(event) => event.wordz} />;
export const third = <floorwalk-superviser />;
`;

export const vueSource = `import type {} from '@floorwalk/widget/vue';
import type { GlobalComponents } from 'vue';

type Props = InstanceType<GlobalComponents['floorwalk-supervisor']>['$props'];
export const props: Props = { server: 'https://floorwalk.example.com', 'onfloorwalk-panel-closed': ({ words }) => void words };
`;
