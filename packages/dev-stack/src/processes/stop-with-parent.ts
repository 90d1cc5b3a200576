// Preloaded into every service: ends it when the stack's own process is gone, however that ended.
if (process.channel) {
  process.channel.unref();
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}

export {};
