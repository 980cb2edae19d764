/** What is known of the backups of the last nights, in MongoDB. */
@NullMarked
package org.passerelle.backup.mongo;

import org.jspecify.annotations.NullMarked;
