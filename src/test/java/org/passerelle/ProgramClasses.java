package org.passerelle;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.Nullable;

/**
 * The classes of the program as ArchUnit reads them: once, since it takes six seconds of a processor, for all tests of their
 * rules, which {@code structure.ProgramRulesTests} holds together.
 */
public final class ProgramClasses {

    private static @Nullable JavaClasses read;

    private ProgramClasses() {}

    /** Not to be kept in a static field, see {@link #forget}. */
    public static synchronized JavaClasses all() {
        JavaClasses known = read;
        if (known == null) {
            known = new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.passerelle");
            read = known;
        }
        return known;
    }

    /** When all rules are checked: they are two hundred megabytes, to be gone through in each collection of all garbage. */
    public static synchronized void forget() {
        read = null;
    }
}
