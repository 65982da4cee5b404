package org.siprecservlet.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The test kit is a product of its own: its jar runs with nothing else on the class path. */
@AnalyzeClasses(packages = "org.siprecservlet.testkit")
class TestKitTest {

    @ArchTest
    static final ArchRule theTestKitNeedsOnlyTheJdk = classes()
            .that()
            .haveSimpleNameNotContaining("Test")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.siprecservlet.testkit..",
                    "java..",
                    "javax.net..",
                    "javax.xml..",
                    "javax.sound.sampled..",
                    "org.w3c.dom..",
                    "org.xml.sax..")
            .allowEmptyShould(true);
}
