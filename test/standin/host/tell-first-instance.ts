// Run by a second start of the app: tells the first one what it was started with. Arguments: the socket's name, the message.
import { connect } from 'node:net';

const [, , name = '', message = ''] = process.argv;
const socket = connect(`\0${name}`);
socket.on('connect', () => socket.end(message));
socket.on('error', () => process.exit(1));
socket.resume();
