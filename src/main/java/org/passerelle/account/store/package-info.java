/** People and organisations in the database. */
@NullMarked
package org.passerelle.account.store;

import org.jspecify.annotations.NullMarked;
