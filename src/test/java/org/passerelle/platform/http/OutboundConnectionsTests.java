package org.passerelle.platform.http;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** There is one place that makes clients of HTTP, and it bounds them. */
class OutboundConnectionsTests {

    @Test
    void nothingElseAsksServersByHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.passerelle.platform.http")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.http\\..*"
                        + "|java\\.net\\.(Http)?URLConnection"
                        + "|org\\.apache\\.hc\\.(client5\\.http\\.impl|core5)\\..*"
                        + "|org\\.springframework\\.web\\.client\\..*")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.passerelle"));
    }
}
