<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>CarePage</name>
        <message numerus="yes">
            <source>%n reason(s)</source>
            <translation>
                <numerusform>%n reason</numerusform>
                <numerusform>%n reasons</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ClassList</name>
        <message numerus="yes">
            <source>%n kind(s) of medicine, if you do not know the name</source>
            <translation>
                <numerusform>%n kind of medicine, if you do not know the name</numerusform>
                <numerusform>%n kinds of medicine, if you do not know the name</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DayAgainstLimits</name>
        <message numerus="yes">
            <source>%n product(s) have no amount yet and are not counted.</source>
            <translation>
                <numerusform>One product has no amount yet and is not counted.</numerusform>
                <numerusform>%n products have no amount yet and are not counted.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FoodFinder</name>
        <message numerus="yes">
            <source>Type a name to look among %n food(s).</source>
            <translation>
                <numerusform>Type a name to look among %n food.</numerusform>
                <numerusform>Type a name to look among %n foods.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{shown} of %n food(s) found</source>
            <translation>
                <numerusform>{shown} of %n food found</numerusform>
                <numerusform>{shown} of %n foods found</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FootChoices</name>
        <message numerus="yes">
            <source>Take out %n tick(s) above?</source>
            <translation>
                <numerusform>Take out %n tick above?</numerusform>
                <numerusform>Take out %n ticks above?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FoundLine</name>
        <message numerus="yes">
            <source>Recognised: %n medicine(s) in one</source>
            <translation>
                <numerusform>Recognised: %n medicine in one</numerusform>
                <numerusform>Recognised: %n medicines in one</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MedicineField</name>
        <message numerus="yes">
            <source>%n name(s) found</source>
            <translation>
                <numerusform>%n name found</numerusform>
                <numerusform>%n names found</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MedicinesRow</name>
        <message numerus="yes">
            <source>%n counted</source>
            <translation>
                <numerusform>%n counted</numerusform>
                <numerusform>%n counted</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NothingFound</name>
        <message numerus="yes">
            <source>%n form(s)</source>
            <translation>
                <numerusform>%n form</numerusform>
                <numerusform>%n forms</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PaperPreview</name>
        <message numerus="yes">
            <source>Preview of %n page(s)</source>
            <translation>
                <numerusform>Preview of %n page</numerusform>
                <numerusform>Preview of %n pages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProofRow</name>
        <message numerus="yes">
            <source>Proven, in %n part(s)</source>
            <translation>
                <numerusform>Proven, in %n part</numerusform>
                <numerusform>Proven, in %n parts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ResultPage</name>
        <message numerus="yes">
            <source>%n sign(s) that would change this</source>
            <translation>
                <numerusform>%n sign that would change this</numerusform>
                <numerusform>%n signs that would change this</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n answer(s) that would</source>
            <translation>
                <numerusform>%n answer that would</numerusform>
                <numerusform>%n answers that would</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s)</source>
            <translation>
                <numerusform>%n thing</numerusform>
                <numerusform>%n things</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SafetyPage</name>
        <message numerus="yes">
            <source>We wrote %n short story(s) of made-up people. Each says what the program has to answer, as the written rules want it. Here is how often it does.</source>
            <translation>
                <numerusform>We wrote one short story of a made-up person. It says what the program has to answer, as the written rules want it. Here is how often it does.</numerusform>
                <numerusform>We wrote %n short stories of made-up people. Each says what the program has to answer, as the written rules want it. Here is how often it does.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Side</name>
        <message numerus="yes">
            <source>%n answer(s)</source>
            <translation>
                <numerusform>%n answer</numerusform>
                <numerusform>%n answers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Summary</name>
        <message numerus="yes">
            <source>Read %n trial(s)</source>
            <translation>
                <numerusform>Read the trial</numerusform>
                <numerusform>Read %n trials</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WizardPage</name>
        <message numerus="yes">
            <source>%n answer(s) are “Not sure”</source>
            <translation>
                <numerusform>%n answer is “Not sure”</numerusform>
                <numerusform>%n answers are “Not sure”</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>_Counted</name>
        <message numerus="yes">
            <source>%n trial(s)</source>
            <translation>
                <numerusform>%n trial</numerusform>
                <numerusform>%n trials</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>No trial in {empty} of %n box(es).</source>
            <translation>
                <numerusform>No trial in {empty} of %n box.</numerusform>
                <numerusform>No trial in {empty} of %n boxes.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n review(s)</source>
            <translation>
                <numerusform>%n review</numerusform>
                <numerusform>%n reviews</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n form(s)</source>
            <translation>
                <numerusform>%n form</numerusform>
                <numerusform>%n forms</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{shown} of %n form(s)</source>
            <translation>
                <numerusform>{shown} of %n form</numerusform>
                <numerusform>{shown} of %n forms</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Not finished: %n question(s) left.</source>
            <translation>
                <numerusform>Not finished: %n question left.</numerusform>
                <numerusform>Not finished: %n questions left.</numerusform>
            </translation>
        </message>
    </context>
</TS>
