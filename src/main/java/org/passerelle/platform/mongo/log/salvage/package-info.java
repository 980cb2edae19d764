/** What can still be read of a damaged log. */
@NullMarked
package org.passerelle.platform.mongo.log.salvage;

import org.jspecify.annotations.NullMarked;
