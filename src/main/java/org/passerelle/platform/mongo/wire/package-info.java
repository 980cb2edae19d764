/** The wire protocol of MongoDB between the driver and the embedded database, inside this process. */
@NullMarked
package org.passerelle.platform.mongo.wire;

import org.jspecify.annotations.NullMarked;
