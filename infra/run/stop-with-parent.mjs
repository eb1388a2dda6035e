// Loaded into a program by apart.mjs: when the process that started it is gone, the program stops as
// it would for SIGTERM. The channel carries nothing else and does not keep the program running.

process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
