package org.siprecservlet.container;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/** A test of something that only one kind of server can do; on others it is skipped, for the reason given. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnlyOn.Skip.class)
@interface OnlyOn {

    Container value();

    String because();

    /** So late that what the test has opened is closed again: a test that is skipped earlier has its fields, and no end. */
    final class Skip implements BeforeTestExecutionCallback {

        @Override
        public void beforeTestExecution(ExtensionContext context) {
            AnnotationSupport.findAnnotation(context.getElement(), OnlyOn.class)
                    .filter(only -> only.value() != Container.underTest())
                    .ifPresent(only -> skip(context, only));
        }

        private static void skip(ExtensionContext context, OnlyOn only) {
            String reason = "only on " + only.value() + ", because " + only.because();
            context.publishReportEntry("skipped", reason);
            throw new TestAbortedException(reason);
        }
    }
}
