/** What was done when it was due, in MongoDB. */
@NullMarked
package org.passerelle.jobs.mongo;

import org.jspecify.annotations.NullMarked;
