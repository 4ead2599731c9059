// A process that does nothing: how long its loop is kept from running is the machine's doing.
setInterval(() => {}, 60_000);
process.stdout.write('idle\n');
