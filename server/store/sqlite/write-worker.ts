import { parentPort, workerData } from 'node:worker_threads';
import { groupCommitter } from './commit-group.ts';
import { epochOf, openConnection } from './connection.ts';
import { eraser } from './erase.ts';
import { leaseTable } from './leases.ts';
import { rememberedAnswers } from './remembered.ts';
import { retention } from './retention.ts';
import { tenantRows } from './tenants.ts';
import { takeTogether } from './take-together.ts';
import type { WriteAnswers, WriteOrder, WriteReport, WriteSettings, WriteTask } from './write-task.ts';

const { path, keepFloor, keepAuditMs, rememberMs } = workerData as WriteSettings;
const db = openConnection(path);
const tenants = tenantRows(db);
const commit = groupCommitter(db, {
  epoch: epochOf(db),
  tenants,
  remembered: rememberedAnswers(db, rememberMs),
  retention: retention(db, keepFloor, keepAuditMs),
});
const erase = eraser(db, tenants);
const leases = leaseTable(db);
const ready = db.prepare(`INSERT INTO about VALUES ('ready', 0) ON CONFLICT DO UPDATE SET value = 1 - value`);

/** What is as it was is not written, and a disk that is full takes it: something else each time. */
const writeSomething = (): void => void ready.run();

function carryOut(task: WriteTask): WriteAnswers[WriteTask['kind']] {
  switch (task.kind) {
    case 'commit':
      return commit(task.tenant, task.commits, task.now);
    case 'erase':
      erase(task.tenant, task.conversations, task.now);
      return undefined;
    case 'lease':
      leases.take(task.tenant, task.key, task.until);
      return undefined;
    case 'dropLease':
      leases.drop(task.tenant, task.key);
      return undefined;
    case 'ping':
      writeSomething();
      return undefined;
  }
}

/** Carries out what was asked for, one after the other, in one transaction and one fsync: all of it or nothing. */
function together(orders: readonly WriteOrder[]): WriteReport[] {
  db.exec('BEGIN IMMEDIATE');
  try {
    const reports = orders.map(({ number, task }) => ({ number, answer: carryOut(task) }));
    db.exec('COMMIT');
    return reports;
  } catch (cause) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw cause;
  }
}

function report(orders: readonly WriteOrder[]): WriteReport[] {
  try {
    return together(orders);
  } catch (cause) {
    const [only] = orders;
    if (only && orders.length === 1) {
      const error = cause instanceof Error ? cause : new Error(String(cause));
      return [{ number: only.number, cause: error, errcode: Reflect.get(error, 'errcode') }];
    }
    // One of them cannot be written: that is no trouble of the others.
    return orders.flatMap((order) => report([order]));
  }
}

let waiting: WriteOrder[] = [];

/** What has come while the last ones were on their way to the disk goes there together. */
function next(): void {
  const orders = waiting.slice(0, takeTogether(waiting));
  waiting = waiting.slice(orders.length);
  parentPort?.postMessage(report(orders));
  if (waiting.length > 0) setImmediate(next);
}

parentPort?.on('message', (message: WriteOrder | 'close') => {
  if (message === 'close') {
    db.close();
    parentPort?.close();
    return;
  }
  waiting.push(message);
  if (waiting.length === 1) setImmediate(next);
});
