/** Which people were erased, in MongoDB. */
@NullMarked
package org.passerelle.privacy.mongo;

import org.jspecify.annotations.NullMarked;
