/**
 * The log that the embedded store consists of: every change of a document is a record at its end, and the newest record of
 * a document is where it is kept. Knows nothing of MongoDB: documents and their ids are bytes.
 */
@NullMarked
package org.passerelle.platform.mongo.log;

import org.jspecify.annotations.NullMarked;
