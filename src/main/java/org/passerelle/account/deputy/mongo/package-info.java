/** Deputyships in the database. */
@NullMarked
package org.passerelle.account.deputy.mongo;

import org.jspecify.annotations.NullMarked;
