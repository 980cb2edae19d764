/** As much of a file system as the log needs, and the one of this machine. */
@NullMarked
package org.passerelle.platform.mongo.log.disk;

import org.jspecify.annotations.NullMarked;
