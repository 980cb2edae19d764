// Run by mongosh inside the container of the database, again and again: makes the replica set and Passerelle's user where they are
// missing, and ends with 0 only once there is a primary that knows the user. Localhost alone may do the first of these unasked.
const fs = require('fs');
const secret = name => fs.readFileSync('/run/secrets/' + name, 'utf8').trim();

const admin = db.getSiblingDB('admin');
admin.auth('root', secret('mongo-root-password'));
try {
    rs.status();
} catch (e) {
    if (e.codeName !== 'NotYetInitialized') throw e;
    rs.initiate({ _id: 'rs0', members: [{ _id: 0, host: 'mongo:27017' }] });
}
if (!db.hello().isWritablePrimary) {
    throw new Error('No primary yet');
}
const passerelle = db.getSiblingDB('passerelle');
if (passerelle.getUser('passerelle') === null) {
    // Its own database and no other.
    passerelle.createUser({ user: 'passerelle', pwd: secret('mongo-password'), roles: ['readWrite', 'dbAdmin'] });
}
