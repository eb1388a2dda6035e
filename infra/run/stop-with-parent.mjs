// Loaded into the server by start.mjs: when the process that started it is gone, the server stops as
// it would for SIGTERM. The channel carries nothing else and does not keep the server running.

process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
