package org.passerelle.structure;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.BreakIterator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.passerelle.PasserelleApplication;
import org.passerelle.ProgramClasses;
import org.passerelle.directory.BookingRules;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.ModulithMetadata;

/** The rules that hold between modules and everywhere. */
class ArchitectureTests {

    private final JavaClasses classes = ProgramClasses.all();
    /** {@code now} of a given clock is another matter. */
    private static final Pattern MACHINE = Pattern.compile("java\\.time\\.\\w+\\.now\\((java\\.time\\.ZoneId)?\\)"
            + "|java\\.time\\.(ZoneId\\.systemDefault|Clock\\.(system|tick)\\w*)\\(.*\\)"
            + "|java\\.lang\\.System\\.currentTimeMillis\\(\\)");

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        new ProgramModules().verify();
    }

    @Test
    void everyPackageIsNullMarked() {
        List<JavaPackage> packages = classes.getPackage("org.passerelle").getSubpackagesInTree().stream()
                .filter(each -> !each.getClasses().isEmpty())
                .toList();

        assertThat(packages).isNotEmpty().allMatch(each -> each.isAnnotatedWith(NullMarked.class));
    }

    @Test
    void onlyThePlatformAsksTheMachineForTimeOrZone() {
        Set<String> modules = classes.stream()
                .filter(each -> each.getAccessesFromSelf().stream()
                        .anyMatch(access -> MACHINE.matcher(access.getTarget().getFullName())
                                .matches()))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());

        assertThat(modules).containsExactlyInAnyOrder("org.passerelle.platform", "org.passerelle.platform.mongo");
    }

    @Test
    void timeIsKeptByJavaTime() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..mongo..", "org.passerelle.invitation.store", "org.passerelle.mail.quota")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.Date")
                .as("only documents hold java.util.Date, which the driver of the database speaks")
                .check(classes);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Calendar|GregorianCalendar)|java\\.text\\.SimpleDateFormat")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage("org.passerelle.time..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "java..", "org.jspecify..", "org.springframework.modulith", "org.passerelle.time..")
                .check(classes);
    }

    @Test
    void librariesOfCalendarsJudgeInTestsAndAreNotInTheProgram() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("net.fortuna..", "biweekly..")
                .check(classes);
    }

    /** Whoever receives mail, or has some to send, knows the mail; not the other way round. */
    @Test
    void mailKnowsNobodyWhoReceivesIt() {
        noClasses()
                .that()
                .resideInAPackage("org.passerelle.mail..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.passerelle.invitation..", "org.passerelle.roomagent..")
                .check(classes);
    }

    @Test
    void theInboxDoesNotKnowTheServerThatTakesMailForIt() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.passerelle.mail.smtp.server")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.passerelle.mail.smtp.server", "org.subethamail..")
                .check(classes);
    }

    @Test
    void whatTextMayHoldIsDecidedInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.passerelle.platform.text")
                .should()
                .callMethod(Character.class, "isISOControl", int.class)
                .orShould()
                .callMethod(Character.class, "isISOControl", char.class)
                .orShould()
                .callMethod(Character.class, "isHighSurrogate", char.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(BreakIterator.class)
                .check(classes);
    }

    /** One class has to name what it draws nothing from: the context of TLS, in whose form the embedded database is reached. */
    @Test
    void digestsAndRandomSecretsAreMadeInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.passerelle.platform.digest")
                .and()
                .doNotHaveFullyQualifiedName("org.passerelle.platform.mongo.wire.InProcessTransport$ContextSpi")
                .should()
                .callMethod(MessageDigest.class, "getInstance", String.class)
                .orShould()
                .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class)
                .orShould()
                .callMethod(Mac.class, "getInstance", String.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(SecureRandom.class)
                .check(classes);
    }

    @Test
    void onlyTheMetricsKnowTheLibraryOfMetricsAndNobodyKnowsThem() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.passerelle.metrics")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micrometer..", "io.prometheus..", "org.passerelle.metrics")
                .check(classes);
    }

    @Test
    void whatTheLogSaysThatAThreadWorksForIsSetInOnePlace() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.passerelle.platform.work.CorrelationId")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(MDC.class)
                .check(classes);
    }

    @Test
    void textsAreReadFromTheirFilesInOnePlace() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.passerelle.i18n.LanguageBundle")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(AbstractMessageSource.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ResourceBundle.class)
                .check(classes);
    }

    /** Elsewhere they would have no name, or end unheard when something is thrown. */
    @Test
    void threadsAreMadeInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.passerelle.platform.work")
                .should()
                .beAssignableTo(Thread.class)
                .orShould()
                .callConstructorWhere(target(owner(assignableTo(Thread.class)
                        .or(assignableTo(Executor.class))
                        .or(assignableTo(Timer.class)))))
                .orShould()
                .callMethodWhere(target(owner(type(Executors.class))))
                .orShould()
                .callMethodWhere(target(owner(type(CompletableFuture.class)))
                        .and(target(nameMatching("(delayedExecutor|orTimeout|completeOnTimeout|\\w+Async)"))))
                .orShould()
                .callMethodWhere(target(nameMatching("parallel(Stream)?")))
                .check(classes);
    }

    /** Whoever else wants to know asks {@code BookingRights}, {@code BookingBounds} or the whole policy. */
    @Test
    void theRulesOfARoomAreJudgedInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.passerelle.booking.policy..", "org.passerelle.directory..")
                .should()
                .callMethod(BookingRules.class, "notice")
                .orShould()
                .callMethod(BookingRules.class, "horizon")
                .orShould()
                .callMethod(BookingRules.class, "shortest")
                .orShould()
                .callMethod(BookingRules.class, "longest")
                .orShould()
                .callMethod(BookingRules.class, "access")
                .orShould()
                .callMethod(BookingRules.class, "permissions")
                .check(classes);
    }

    @Test
    void nothingPrintsOrThrowsGenericExceptionsOrInjectsFields() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(classes);
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(classes);
        fields().should().notBeAnnotatedWith(Autowired.class).check(classes);
    }

    @Test
    void everySourceFileFitsInThreeHundredLines() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            Map<Path, Integer> lines = new HashMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lines.put(file, Files.readAllLines(file).size());
            }
            assertThat(lines)
                    .isNotEmpty()
                    .allSatisfy((file, count) -> assertThat(count).isLessThanOrEqualTo(300));
        }
    }

    /** Those of {@code ApplicationModules.of}, which keeps them and all classes once more for as long as the process runs. */
    private static final class ProgramModules extends ApplicationModules {

        ProgramModules() {
            super(
                    ModulithMetadata.of(PasserelleApplication.class),
                    DescribedPredicate.alwaysFalse(),
                    new ImportOption.DoNotIncludeTests());
        }
    }
}
