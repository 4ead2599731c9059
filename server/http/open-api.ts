import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { refusals } from '@floorwalk/core';
import {
  agentCard,
  candidates,
  detail,
  earlierItem,
  floorRow,
  handover,
  http,
  savedView,
  timelineEntry,
} from '@floorwalk/core/protocol';
import { deliveryBody } from './outbox.ts';
import { bodies, verbs } from './conversations/verbs.ts';

interface Operation {
  readonly summary: string;
  readonly body?: v.GenericSchema;
  readonly answer?: v.GenericSchema;
  /** Names of query parameters. */
  readonly query?: readonly string[];
  /** Names of query parameters that may be given several times. */
  readonly lists?: readonly string[];
  readonly status?: number;
  /** Whether it is open to callers without a token. */
  readonly open?: boolean;
}

const verbBodies: Readonly<Record<string, v.GenericSchema>> = bodies;
const verbRoutes = Object.fromEntries(
  ['monitor', 'unmonitor', ...verbs].map((verb) => {
    const body = verbBodies[verb];
    const operation: Operation = { summary: `${verb} this conversation`, query: ['dryRun'], ...(body && { body }) };
    return [`post /v1/conversations/{id}/${verb}`, operation];
  }),
);

/** Every address of the interface, in the order of the documentation. */
const operations: Readonly<Record<string, Operation>> = {
  'post /v1/conversations': { summary: 'Open a conversation', body: http.openBody, query: ['dryRun'], status: 201 },
  'get /v1/conversations': { summary: 'Find conversations', query: ['context', 'customer', 'state'] },
  'get /v1/conversations/{id}': { summary: 'One conversation', answer: detail },
  'get /v1/conversations/{id}/messages': {
    summary: 'What was said; for a supervisor this is monitoring',
    answer: timelineEntry,
  },
  'get /v1/conversations/{id}/earlier': {
    summary: 'Closed conversations of the same customer that the caller may read',
    answer: earlierItem,
  },
  'post /v1/conversations/{id}/messages': {
    summary: 'Say something, once for each id',
    body: http.sayBody,
    status: 201,
  },
  'post /v1/conversations/{id}/typing': { summary: 'The customer of an integration types' },
  'put /v1/conversations/{id}/undelivered': {
    summary: 'What the caller may not have been shown in Teams, while they monitor',
    body: http.undeliveredBody,
  },
  'get /v1/conversations/{id}/candidates': { summary: 'To whom it can go', query: ['for', 'all'], answer: candidates },
  'get /v1/conversations/{id}/handover-draft': {
    summary: 'A handover card drafted from the transcript; for a supervisor this is monitoring',
    answer: handover,
  },
  ...verbRoutes,
  'get /v1/floor': {
    summary: 'The floor',
    query: ['view', 'text', 'sort', 'descending', 'offset', 'limit'],
    lists: ['queue', 'agent', 'channel', 'sentiment'],
    answer: floorRow,
  },
  'get /v1/agents': { summary: 'The agents on the board', answer: agentCard },
  'get /v1/agents/{id}': { summary: 'One agent', answer: agentCard },
  'put /v1/agents/{id}/presence': { summary: 'Set a presence', body: http.presenceBody },
  'put /v1/agents/{id}/lease': { summary: 'Vouch that an agent who works elsewhere is there', body: http.leaseBody },
  'delete /v1/agents/{id}/lease': { summary: 'Stop vouching' },
  'post /v1/agents/{id}/sign-out': { summary: 'Sign out' },
  'get /v1/views': { summary: 'Saved views of the floor, the caller’s own and the shared ones', answer: savedView },
  'put /v1/views/{id}': { summary: 'Save a view under a name', body: http.viewBody, query: ['dryRun'] },
  'delete /v1/views/{id}': { summary: 'Delete a saved view' },
  'put /v1/opening-view': { summary: 'With which view the caller’s floor opens', body: http.openingViewBody },
  'get /v1/queues': { summary: 'Queues and their workstreams' },
  'get /v1/workstreams': { summary: 'Workstreams' },
  'get /v1/policy': { summary: 'Switches, modes and the names of actions' },
  'get /v1/audit': {
    summary: 'The record, oldest first after `since`, or newest first before `before` with `order=newest`',
    query: ['since', 'limit', 'about', 'order', 'before', 'from', 'to', 'who', 'agent', 'conversation'],
    lists: ['what'],
  },
  'get /v1/audit/export': {
    summary: 'Lines of the record as JSON Lines',
    query: ['from', 'to', 'who', 'agent', 'conversation'],
    lists: ['what'],
  },
  'get /v1/audit/seal': { summary: 'Whether the record is as it was sealed' },
  'get /v1/audit/ledger': { summary: 'Where the ledger differs from what the states imply' },
  'post /v1/audit/ledger/repair': { summary: 'Make the ledger what the states imply, with a record' },
  'get /v1/customers/{reference}': { summary: 'What is kept of a customer, to hand to them' },
  'delete /v1/customers/{reference}': { summary: 'Erase a customer' },
  'get /v1/directory': { summary: 'Everything configured' },
  'put /v1/directory/workstreams/{id}': { summary: 'Save a workstream', body: http.workstreamBody, query: ['dryRun'] },
  'put /v1/directory/queues/{id}': {
    summary: 'Save a queue and its members',
    body: http.queueSaveBody,
    query: ['dryRun'],
  },
  'put /v1/directory/people/{id}': { summary: 'Save a person', body: http.personBody, query: ['dryRun'] },
  'put /v1/directory/integrations/{id}': {
    summary: 'Save an integration; its keys stay',
    body: http.integrationBody,
    query: ['dryRun'],
  },
  'post /v1/directory/integrations/{id}/keys': {
    summary: 'Make a key, shown in this answer only',
    body: http.keyBody,
    query: ['dryRun'],
    status: 201,
  },
  'delete /v1/directory/integrations/{id}/keys/{key}': { summary: 'Revoke a key', query: ['dryRun'] },
  'put /v1/directory/policy': { summary: 'Change the policy', body: http.policyBody, query: ['dryRun'] },
  'put /v1/directory/switches': { summary: 'Change switches', body: http.policyBody.entries.switches },
  'get /v1/outbox': { summary: 'What to deliver', query: ['workstream', 'after', 'wait'] },
  'post /v1/outbox/{id}': { summary: 'How a delivery went', body: deliveryBody },
  'post /v1/chat': {
    summary: 'Start a chat as a customer, once for each Idempotency-Key',
    body: http.chatBody,
    status: 201,
    open: true,
  },
  'post /demo/token': { summary: 'A token, in the demonstration only', body: http.demoTokenBody, open: true },
  'get /healthz': { summary: 'Whether the process lives', open: true },
  'get /readyz': { summary: 'Whether it should get requests', open: true },
  'get /metrics': { summary: 'Series for a monitoring system', open: true },
};

/** The interface as OpenAPI 3.1, made from the schemas that check it. */
export const openApi = {
  openapi: '3.1.0',
  info: { title: 'Floorwalk', version: '1', description: 'Commands and reads by HTTP; live events by WebSocket.' },
  paths: pathsOf(operations),
  components: {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    schemas: {
      Problem: {
        type: 'object',
        required: ['type', 'title', 'status', 'refusal', 'detail'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          refusal: { enum: Object.keys(refusals) },
          detail: { type: 'string' },
          state: { type: 'string' },
          winner: { type: 'object' },
          excess: { type: 'number' },
          field: { type: 'string' },
        },
      },
    },
  },
};

function pathsOf(all: Readonly<Record<string, Operation>>): Record<string, Record<string, object>> {
  const paths: Record<string, Record<string, object>> = {};
  for (const [route, operation] of Object.entries(all)) {
    const [method = '', path = ''] = route.split(' ');
    paths[path] = { ...paths[path], [method]: describe(path, operation) };
  }
  return paths;
}

function describe(path: string, operation: Operation): object {
  const { summary, body, answer, query = [], lists = [], status = 200, open } = operation;
  const schema = { type: 'string' };
  const named = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => ({ name, in: 'path', required: true, schema }));
  const asked = query.map((name) => ({ name, in: 'query', required: false, schema }));
  const repeated = { in: 'query', required: false, explode: true, schema: { type: 'array', items: schema } };
  const listed = lists.map((name) => ({ name, ...repeated }));
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return {
    summary,
    parameters: [...named, ...asked, ...listed],
    ...(body && { requestBody: { content: jsonOf(body) } }),
    responses: {
      [status]: { description: 'Done', ...(answer && { content: jsonOf(answer) }) },
      default: { description: 'Refused', content: problem },
    },
    security: open ? [] : [{ bearer: [] }],
  };
}

function jsonOf(schema: v.GenericSchema): object {
  // Checks that JSON Schema has no word for, such as well-formed Unicode, are the server's all the same.
  return { 'application/json': { schema: toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' }) } };
}
