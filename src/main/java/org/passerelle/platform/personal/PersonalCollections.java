package org.passerelle.platform.personal;

import java.util.List;

/**
 * Says of the collections of one module what they hold of people. A bean of every module that keeps documents which can be
 * dealt with as they are; what needs more care is a {@link PersonalStore}. A collection for which nobody answers fails a test.
 */
public interface PersonalCollections {

    List<PersonalCollection> collections();
}
