import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/**
 * One emulated processor whose clock follows the instructions it has done, not the host's clock: a busy host makes the
 * run slower and changes nothing else, and waiting costs nothing. KVM is not needed.
 * Source: QEMU, docs/devel/tcg-icount: one processor; Observed: QEMU 7.2: with two it hangs while booting.
 */
const EMULATION = '-accel tcg,thread=single -icount shift=2,sleep=off -smp 1 -cpu max -M q35';

/** Chosen: the same moment at each run, so that a run can be repeated; in the present, so that dates look like dates. */
const CLOCK = '-rtc base=2026-11-24T08:00:00,clock=vm';

/** Observed: Linux 6.12: these parts of its start are of no use here and take two thirds of it on an emulated processor. */
const LEFT_OUT = 'jent_mod_init,load_system_certificate_list,bpf_tcp_ca_kfunc_init,bpf_dummy_struct_ops_init';

const KERNEL_LINE = [
  'console=ttyS0 quiet loglevel=4',
  // A kernel that panics restarts at once, and QEMU ends instead of restarting.
  'panic=-1',
  'no_timer_check random.trust_cpu=on mitigations=off nokaslr cryptomgr.notests',
  `initcall_blacklist=${LEFT_OUT}`,
].join(' ');

const MACHINE = '-m 1024 -nodefaults -no-user-config -display none -no-reboot -net none';

/** The line to the host. */
const LINE = '-chardev stdio,id=host,signal=off -device virtio-serial-pci -device virtserialport,chardev=host';

const CONSOLE_LINES = 40;

/**
 * Boots the guest and gives each line that it writes to the host. Answers the status of its command, or `null` where it
 * ended without one, and the end of its console.
 * @param {{kernel: string, image: string, work: string, limitMs: number, onLine: (line: string) => void}} options
 * @returns {Promise<{status: number | null, late: boolean, console: string[]}>}
 */
export async function runGuest({ kernel, image, work, limitMs, onLine }) {
  const consoleFile = join(work, 'console');
  const options = [EMULATION, CLOCK, MACHINE, LINE].join(' ').split(' ');
  const boot = ['-kernel', kernel, '-initrd', image, '-append', KERNEL_LINE, '-serial', `file:${consoleFile}`];
  // Its input stays an open pipe: at the end of it QEMU closes the line, and the guest would wait for ever.
  const qemu = spawn('qemu-system-x86_64', [...options, ...boot]);
  const end = () => qemu.kill('SIGKILL');
  process.on('exit', end);
  let late = false;
  const timer = setTimeout(() => (late = end()), limitMs);
  let complaint = '';
  qemu.stderr.on('data', (part) => (complaint += part));
  /** @type {number | null} */
  let status = null;
  createInterface({ input: qemu.stdout }).on('line', (text) => {
    const found = /^GUEST-END (\d+)$/.exec(text);
    if (found) status = Number(found[1]);
    else onLine(text);
  });
  await new Promise((resolve) => {
    qemu.on('error', (error) => resolve((complaint += error.message)));
    qemu.on('close', resolve);
  });
  clearTimeout(timer);
  process.off('exit', end);
  const written = existsSync(consoleFile) ? readFileSync(consoleFile, 'utf8') : '';
  return { status, late, console: `${written}${complaint}`.trimEnd().split(/\r?\n/).slice(-CONSOLE_LINES) };
}
