package org.siprecservlet.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.Buffer;

/** The core knows no container and does no I/O; what does is an adapter and points inward. */
@AnalyzeClasses(packages = "org.siprecservlet", importOptions = DoNotIncludeTests.class)
class BoundariesTest {

    private static final String SIP = "org.siprecservlet.sip..";
    private static final String REST = "org.siprecservlet.rest..";
    private static final String CONSOLE = "org.siprecservlet.console..";
    private static final String CONFIG = "org.siprecservlet.config..";
    private static final String HEALTH = "org.siprecservlet.health..";
    private static final String RELAYS = "org.siprecservlet.media.*..";
    private static final String COMPOSITION = "org.siprecservlet.app..";
    private static final String[] ADAPTERS = {SIP, REST, CONSOLE, HEALTH, RELAYS, CONFIG};
    private static final String[] OUTSIDE_THE_CORE = {SIP, REST, CONSOLE, HEALTH, RELAYS, CONFIG, COMPOSITION};

    private static final DescribedPredicate<JavaClass> INPUT_AND_OUTPUT = resideInAnyPackage("java.net..", "java.nio..")
            .and(DescribedPredicate.not(resideInAPackage("java.nio.charset..")))
            .and(DescribedPredicate.not(assignableTo(Buffer.class)))
            .and(DescribedPredicate.not(assignableTo(InetAddress.class)))
            .and(DescribedPredicate.not(assignableTo(InetSocketAddress.class)))
            .and(DescribedPredicate.not(assignableTo(URI.class)))
            .and(DescribedPredicate.not(assignableTo(Exception.class)))
            .as("sockets and files");

    @ArchTest
    static final ArchRule theCoreKnowsNoContainer = noClasses()
            .that()
            .resideOutsideOfPackages(OUTSIDE_THE_CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.servlet..", "javax.ws.rs..", "org.eclipse.microprofile..", "io.netty..");

    @ArchTest
    static final ArchRule theCoreDoesNoInputOrOutput = noClasses()
            .that()
            .resideOutsideOfPackages(OUTSIDE_THE_CORE)
            .should()
            .dependOnClassesThat(INPUT_AND_OUTPUT);

    @ArchTest
    static final ArchRule theCoreDoesNotKnowItsAdapters = noClasses()
            .that()
            .resideOutsideOfPackages(OUTSIDE_THE_CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ADAPTERS);

    @ArchTest
    static final ArchRule onlyTheSipAdapterKnowsSipServlets = noClasses()
            .that()
            .resideOutsideOfPackage(SIP)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javax.servlet.sip..");

    @ArchTest
    static final ArchRule nobodyKnowsTheComposition = noClasses()
            .that()
            .resideOutsideOfPackage(COMPOSITION)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(COMPOSITION);

    @ArchTest
    static final ArchRule relaysKnowNoOtherAdapter = noClasses()
            .that()
            .resideInAPackage(RELAYS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SIP, REST, CONSOLE, CONFIG)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule restDoesNotKnowSip = noClasses()
            .that()
            .resideInAnyPackage(REST, CONSOLE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SIP)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule everybodyLogsThroughThePlatform = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.util.logging..",
                    "org.slf4j..",
                    "org.apache.log4j..",
                    "org.apache.logging..",
                    "org.jboss.logging..");

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("org.siprecservlet.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            classes().should().haveNameNotMatching(".*(Utils?|Helper|Manager|Impl)");
}
