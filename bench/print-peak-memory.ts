/** Loaded before a program with `--require`: its last line says the most memory that it ever held, in KiB. */
process.on('exit', () => console.log(process.resourceUsage().maxRSS));
