package org.activitysummary.evaluation.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Dependencies point from right to left along the flow, and nowhere in a circle. */
class LayersTest {

  private static final String ROOT = "org.activitysummary.";

  private static JavaClasses program;

  /** What annotation processors add to the benchmarks is not ours to arrange. */
  private static final class WithoutGeneratedBenchmarks implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/jmh_generated/");
    }
  }

  @BeforeAll
  static void read() {
    program =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new WithoutGeneratedBenchmarks())
            .importPackages("org.activitysummary");
    for (String module :
        new String[] {"contract", "testbed", "before", "after", "benchmarks", "evaluation"}) {
      assertThat(program).anyMatch(type -> type.getPackageName().startsWith(ROOT + module));
    }
  }

  @Test
  void theContractNeedsTheJdkAlone() {
    classes()
        .that()
        .resideInAPackage(ROOT + "contract..")
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(ROOT + "contract..", "java..", "javax.sql.."))
        .check(program);
  }

  @Test
  void implementationsKnowTheContractAndNothingElseOfOurs() {
    for (String implementation : new String[] {"before", "after", "alternatives"}) {
      classes()
          .that()
          .resideInAPackage(ROOT + implementation + "..")
          .should()
          .onlyDependOnClassesThat(
              not(resideInAnyPackage("org.activitysummary.."))
                  .or(resideInAnyPackage(ROOT + implementation + "..", ROOT + "contract..")))
          .check(program);
    }
  }

  @Test
  void nobodyNamesAnImplementation() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "before..", ROOT + "after..", ROOT + "alternatives..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "before..", ROOT + "after..", ROOT + "alternatives..")
        .check(program);
  }

  @Test
  void theTestbedKnowsNothingOfMeasuring() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "testbed..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "benchmarks..", ROOT + "evaluation..")
        .check(program);
  }

  @Test
  void theBenchmarksKnowNothingOfTheEvaluation() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "benchmarks..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "evaluation..")
        .check(program);
  }

  @Test
  void noPackagesFormACircle() {
    slices().matching(ROOT + "(*).(**)").should().beFreeOfCycles().check(program);
  }

  @Test
  void whatAllPackagesShareNeedsNoneOfThem() {
    for (String root : new String[] {"testbed", "evaluation"}) {
      classes()
          .that()
          .resideInAPackage(ROOT + root)
          .should()
          .onlyDependOnClassesThat(resideInAnyPackage(ROOT + root, "java.."))
          .check(program);
    }
  }
}
