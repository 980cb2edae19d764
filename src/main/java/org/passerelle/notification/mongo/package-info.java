/** What is owed to whom, and what they chose, in MongoDB. */
@NullMarked
package org.passerelle.notification.mongo;

import org.jspecify.annotations.NullMarked;
