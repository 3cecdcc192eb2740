<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>explainer</name>
    <message>
        <source> ({0} more)</source>
        <translation> ({0} weitere)</translation>
    </message>
    <message>
        <source> Backward: begin at the result.</source>
        <translation> Rückwärts: beim Ergebnis beginnen.</translation>
    </message>
    <message>
        <source> Carried out, this is {fact}.</source>
        <translation> Ausgeführt ist das {fact}.</translation>
    </message>
    <message>
        <source> Did you mean {0}?</source>
        <translation> War {0} gemeint?</translation>
    </message>
    <message>
        <source> Each entry of the product is a sum over the entries in between, as a total derivative is.</source>
        <translation> Jeder Eintrag des Produkts ist eine Summe über die Einträge dazwischen, wie es eine totale Ableitung ist.</translation>
    </message>
    <message>
        <source> Forward: begin at the variable.</source>
        <translation> Vorwärts: bei der Variable beginnen.</translation>
    </message>
    <message>
        <source> Held constant: {others}.</source>
        <translation> Festgehalten werden: {others}.</translation>
    </message>
    <message>
        <source> Inside, {letters}.</source>
        <translation> Darin ist {letters}.</translation>
    </message>
    <message>
        <source> One step of Newton&apos;s method leads to ({0}, {1}).</source>
        <translation>Ein Schritt des Newton-Verfahrens führt zu ({0}, {1}).</translation>
    </message>
    <message>
        <source> Step {0} is about {1}.</source>
        <translation> Schritt {0} handelt von {1}.</translation>
    </message>
    <message>
        <source> The derivative of {argument} follows as a factor.</source>
        <translation> Die Ableitung von {argument} folgt als Faktor.</translation>
    </message>
    <message>
        <source> The derivatives of the arguments follow as factors.</source>
        <translation> Die Ableitungen der Argumente folgen als Faktoren.</translation>
    </message>
    <message>
        <source> The parameters move from ({0}, {1}) to ({2}, {3}) across the contour lines of the loss.</source>
        <translation>Die Parameter gehen von ({0}, {1}) nach ({2}, {3}) über die Höhenlinien des Verlusts.</translation>
    </message>
    <message>
        <source> The single-variable rule would follow one path only.</source>
        <translation> Die Kettenregel für eine Variable würde nur einem Weg folgen.</translation>
    </message>
    <message>
        <source> With G for this, the derivative with respect to the entries on and above the diagonal alone is {other}.</source>
        <translation> Heißt sie G, so ist die Ableitung nach den Einträgen auf und über der Diagonale allein {other}.</translation>
    </message>
    <message>
        <source> With the derivatives already known, this is {fact}.</source>
        <translation> Mit den schon bekannten Ableitungen ist das {fact}.</translation>
    </message>
    <message>
        <source> Written with d, a derivative follows every path through the names; with ∂, only the direct one.</source>
        <translation> Mit d geschrieben folgt eine Ableitung jedem Weg durch die Namen, mit ∂ nur dem direkten.</translation>
    </message>
    <message>
        <source> after “{0}”</source>
        <translation> nach „{0}“</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source> by </source>
        <translation> mal </translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source> times </source>
        <translation> mal </translation>
    </message>
    <message>
        <source> “Copy for a report” copies what the maintainers of the program need.</source>
        <translation> „Für eine Meldung kopieren“ kopiert, was die brauchen, die das Programm pflegen.</translation>
    </message>
    <message>
        <source># Forward: the values that the way back needs.</source>
        <translation># Vorwärts: die Werte, die der Rückweg braucht.</translation>
    </message>
    <message>
        <source>&amp;About Explainer</source>
        <translation>Ü&amp;ber Explainer</translation>
    </message>
    <message>
        <source>&amp;Add words</source>
        <translation>Worte hin&amp;zufügen</translation>
    </message>
    <message>
        <source>&amp;All rules</source>
        <translation>&amp;Alle Regeln</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>&amp;Antworten</translation>
    </message>
    <message>
        <source>&amp;As wide as the window</source>
        <translation>So &amp;breit wie das Fenster</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Back to the page</source>
        <translation>&amp;Zurück zur Seite</translation>
    </message>
    <message>
        <source>&amp;Black, or the board again</source>
        <translation>&amp;Schwarz, oder wieder die Tafel</translation>
    </message>
    <message>
        <source>&amp;Blackboard</source>
        <translation>&amp;Wandtafel</translation>
    </message>
    <message>
        <source>&amp;Choose …</source>
        <translation>Wä&amp;hlen …</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Close the window</source>
        <translation>Fens&amp;ter schließen</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>Als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>&amp;Cover more</source>
        <translation>Mehr z&amp;udecken</translation>
    </message>
    <message>
        <source>&amp;Derive</source>
        <translation>&amp;Ableiten</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Edit the function</source>
        <translation>Funktion &amp;bearbeiten</translation>
    </message>
    <message>
        <source>&amp;End</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;End practice</source>
        <translation>Üben &amp;beenden</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>&amp;Find a rule or a lesson</source>
        <translation>Regel oder Lektion &amp;finden</translation>
    </message>
    <message>
        <source>&amp;Find false lines</source>
        <translation>&amp;Falsche Zeilen finden</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>&amp;First line</source>
        <translation>&amp;Erste Zeile</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Freeze what the audience sees</source>
        <translation>&amp;Einfrieren, was das Publikum sieht</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>V&amp;ollbild</translation>
    </message>
    <message>
        <source>&amp;Function</source>
        <translation>&amp;Funktion</translation>
    </message>
    <message>
        <source>&amp;Go on with what was begun</source>
        <translation>&amp;Mit dem Begonnenen weitermachen</translation>
    </message>
    <message>
        <source>&amp;Go on: {0}</source>
        <translation>&amp;Weiter: {0}</translation>
    </message>
    <message>
        <source>&amp;Grade</source>
        <translation>&amp;Stufe</translation>
    </message>
    <message>
        <source>&amp;Heading</source>
        <translation>Ü&amp;berschrift</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>&amp;Hoher Kontrast</translation>
    </message>
    <message>
        <source>&amp;Hint</source>
        <translation>&amp;Hinweis</translation>
    </message>
    <message>
        <source>&amp;Insert a sign</source>
        <translation>Z&amp;eichen einfügen</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Größer</translation>
    </message>
    <message>
        <source>&amp;Larger spotlight</source>
        <translation>&amp;Größerer Scheinwerfer</translation>
    </message>
    <message>
        <source>&amp;Last line</source>
        <translation>&amp;Letzte Zeile</translation>
    </message>
    <message>
        <source>&amp;Method</source>
        <translation>&amp;Verfahren</translation>
    </message>
    <message>
        <source>&amp;Minutes for all of it</source>
        <translation>&amp;Minuten für alles</translation>
    </message>
    <message>
        <source>&amp;Movement</source>
        <translation>Be&amp;wegung</translation>
    </message>
    <message>
        <source>&amp;New window</source>
        <translation>&amp;Neues Fenster</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Next lesson</source>
        <translation>&amp;Nächste Lektion</translation>
    </message>
    <message>
        <source>&amp;Next problem</source>
        <translation>&amp;Nächste Aufgabe</translation>
    </message>
    <message>
        <source>&amp;Next step</source>
        <translation>&amp;Nächster Schritt</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>&amp;Normale Größe</translation>
    </message>
    <message>
        <source>&amp;Notes, which only the presenter&apos;s window shows</source>
        <translation>&amp;Notizen, die nur das Fenster des Vortragenden zeigt</translation>
    </message>
    <message>
        <source>&amp;Open …</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>&amp;Ordnung</translation>
    </message>
    <message>
        <source>&amp;Others that were begun</source>
        <translation>An&amp;dere angefangene</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>&amp;Papier</translation>
    </message>
    <message>
        <source>&amp;Present</source>
        <translation>&amp;Vorführen</translation>
    </message>
    <message>
        <source>&amp;Previous lesson</source>
        <translation>&amp;Vorige Lektion</translation>
    </message>
    <message>
        <source>&amp;Previous step</source>
        <translation>&amp;Voriger Schritt</translation>
    </message>
    <message>
        <source>&amp;Print …</source>
        <translation>&amp;Drucken …</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>&amp;Aufgaben</translation>
    </message>
    <message>
        <source>&amp;Project from the start</source>
        <translation>Von &amp;Anfang an projizieren</translation>
    </message>
    <message>
        <source>&amp;Question to the class: the rule, the part, none</source>
        <translation>Frage an die Klasse: die &amp;Regel, der Teil, keine</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>&amp;Lesen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Shape of {0}: scalar, a size such as 3 or n, or rows x columns</source>
        <translation>&amp;Form von {0}: scalar, eine Größe wie 3 oder n, oder Zeilen x Spalten</translation>
    </message>
    <message>
        <source>&amp;Skills</source>
        <translation>Fertig&amp;keiten</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>&amp;Spotlight</source>
        <translation>S&amp;cheinwerfer</translation>
    </message>
    <message>
        <source>&amp;Spotlight: the changed term, the pointer, off</source>
        <translation>Scheinwer&amp;fer: geänderter Term, Mauszeiger, aus</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Anfangen</translation>
    </message>
    <message>
        <source>&amp;Start page</source>
        <translation>&amp;Startseite</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>&amp;Schritt</translation>
    </message>
    <message>
        <source>&amp;Timer</source>
        <translation>&amp;Uhr</translation>
    </message>
    <message>
        <source>&amp;Today&apos;s problems</source>
        <translation>Aufgaben für &amp;heute</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Was</translation>
    </message>
    <message>
        <source>&amp;White, or the board again</source>
        <translation>&amp;Weiß, oder wieder die Tafel</translation>
    </message>
    <message>
        <source>&amp;Whole page</source>
        <translation>Ganze &amp;Seite</translation>
    </message>
    <message>
        <source>&amp;Words; formulas in braces, such as {x^2}, or as LaTeX in $…$</source>
        <translation>&amp;Wörter; Formeln in Klammern wie {x^2} oder als LaTeX in $…$</translation>
    </message>
    <message>
        <source>&amp;Worksheet …</source>
        <translation>A&amp;rbeitsblatt …</translation>
    </message>
    <message>
        <source>&amp;Write the sheet …</source>
        <translation>Blatt sch&amp;reiben …</translation>
    </message>
    <message>
        <source>&amp;Written as</source>
        <translation>Geschrieben &amp;als</translation>
    </message>
    <message>
        <source>&amp;Zoom to the current line</source>
        <translation>Aktuelle &amp;Zeile groß zeigen</translation>
    </message>
    <message>
        <source>(A B) C and A (B C) are equal.</source>
        <translation>(A B) C und A (B C) sind gleich.</translation>
    </message>
    <message>
        <source>(I ⊠ r)(vec(I) ⊠ I) has the first m entries of the row r as its first row, the next m as its second one.</source>
        <translation>(I ⊠ r)(vec(I) ⊠ I) hat die ersten m Einträge der Zeile r als erste Zeile, die nächsten m als zweite.</translation>
    </message>
    <message>
        <source>({0} more)</source>
        <translation>({0} weitere)</translation>
    </message>
    <message>
        <source>(…)₊ is read as max(0, …), the positive part.</source>
        <translation>(…)₊ ist als max(0, …) gelesen, der positive Teil.</translation>
    </message>
    <message>
        <source>, as {0} is {1} by {2}</source>
        <translation>, weil {0} {1} mal {2} ist</translation>
    </message>
    <message>
        <source>, namely all those off the diagonal</source>
        <translation>, nämlich alle neben der Diagonale</translation>
    </message>
    <message>
        <source>, with the shape {shape}</source>
        <translation>, mit der Form {shape}</translation>
    </message>
    <message>
        <source>, {0} {1}&apos; for the outer product</source>
        <translation>, {0} {1}&apos; für das äußere Produkt</translation>
    </message>
    <message>
        <source>, … and </source>
        <translation>, … und </translation>
    </message>
    <message>
        <source>-(y · ln(softmax(z))) where one-hot y</source>
        <translation>-(y · ln(softmax(z))) where one-hot y</translation>
    </message>
    <message>
        <source>.{0} has no meaning here</source>
        <translation>.{0} hat hier keine Bedeutung</translation>
    </message>
    <message>
        <source>.{0}() was left out: it does not change the function.</source>
        <translation>.{0}() wurde weggelassen: Es ändert die Funktion nicht.</translation>
    </message>
    <message>
        <source>0 at these values</source>
        <translation>0 bei diesen Werten</translation>
    </message>
    <message>
        <source>1 s</source>
        <translation>1 s</translation>
    </message>
    <message>
        <source>1 where i and j are equal, 0 where they differ</source>
        <translation>1, wo i und j gleich sind, 0, wo sie verschieden sind</translation>
    </message>
    <message>
        <source>1 where {0} differs from {1}, else 0</source>
        <translation>1, wo {0} verschieden von {1} ist, sonst 0</translation>
    </message>
    <message>
        <source>1 where {0} equals {1}, else 0</source>
        <translation>1, wo {0} gleich {1} ist, sonst 0</translation>
    </message>
    <message>
        <source>1 where {0} is at least {1}, else 0</source>
        <translation>1, wo {0} mindestens {1} ist, sonst 0</translation>
    </message>
    <message>
        <source>1 where {0} is at most {1}, else 0</source>
        <translation>1, wo {0} höchstens {1} ist, sonst 0</translation>
    </message>
    <message>
        <source>1 where {0} is greater than {1}, else 0</source>
        <translation>1, wo {0} größer als {1} ist, sonst 0</translation>
    </message>
    <message>
        <source>1 where {0} is less than {1}, else 0</source>
        <translation>1, wo {0} kleiner als {1} ist, sonst 0</translation>
    </message>
    <message>
        <source>1.5 s</source>
        <translation>1,5 s</translation>
    </message>
    <message>
        <source>12, or 16 with open sizes</source>
        <translation>12, oder 16 bei offenen Größen</translation>
    </message>
    <message>
        <source>120, or 160 with open sizes</source>
        <translation>120, oder 160 bei offenen Größen</translation>
    </message>
    <message>
        <source>15 s</source>
        <translation>15 s</translation>
    </message>
    <message>
        <source>2 Functions of one number</source>
        <translation>2 Funktionen einer Zahl</translation>
    </message>
    <message>
        <source>2 to the power of {0}</source>
        <translation>2 hoch {0}</translation>
    </message>
    <message>
        <source>2.2 s</source>
        <translation>2,2 s</translation>
    </message>
    <message>
        <source>3 Functions of several numbers</source>
        <translation>3 Funktionen mehrerer Zahlen</translation>
    </message>
    <message>
        <source>3 s</source>
        <translation>3 s</translation>
    </message>
    <message>
        <source>36, or 48 with open sizes</source>
        <translation>36, oder 48 bei offenen Größen</translation>
    </message>
    <message>
        <source>4 Functions of vectors</source>
        <translation>4 Funktionen von Vektoren</translation>
    </message>
    <message>
        <source>5 A neuron</source>
        <translation>5 Ein Neuron</translation>
    </message>
    <message>
        <source>5 s</source>
        <translation>5 s</translation>
    </message>
    <message>
        <source>6 The loss</source>
        <translation>6 Der Verlust</translation>
    </message>
    <message>
        <source>7 Matrices and networks</source>
        <translation>7 Matrizen und Netze</translation>
    </message>
    <message>
        <source>8 Reference</source>
        <translation>8 Nachschlagen</translation>
    </message>
    <message>
        <source>8 s</source>
        <translation>8 s</translation>
    </message>
    <message>
        <source>9 Notation</source>
        <translation>9 Schreibweisen</translation>
    </message>
    <message>
        <source>: {0} is expected</source>
        <translation>; erwartet wird {0}</translation>
    </message>
    <message>
        <source>; it does not use {u} directly</source>
        <translation>; {u} wird darin nicht direkt verwendet</translation>
    </message>
    <message>
        <source>; nothing is known about {right} but its shape, so its derivative stays as it is</source>
        <translation>; von {right} ist nur die Form bekannt, also bleibt die Ableitung stehen</translation>
    </message>
    <message>
        <source>; the shapes fit: {shapes} is {shape}.</source>
        <translation>; die Formen passen: {shapes} ist {shape}.</translation>
    </message>
    <message>
        <source>; {numbers} are numbers and scale the {kind} {large}.</source>
        <translation>; {numbers} sind Zahlen und skalieren die {kind} {large}.</translation>
    </message>
    <message>
        <source>; {numbers} is a number and scales the {kind} {large}.</source>
        <translation>; {numbers} ist eine Zahl und skaliert die {kind} {large}.</translation>
    </message>
    <message>
        <source>; {term} gets the name {name}</source>
        <translation>; {term} bekommt den Namen {name}</translation>
    </message>
    <message>
        <source>@ multiplies matrices and vectors; write * for a product with a scalar.</source>
        <translation>@ multipliziert Matrizen und Vektoren; für ein Produkt mit einem Skalar * schreiben.</translation>
    </message>
    <message>
        <source>A 2×2 Jacobian times a 2×1 Jacobian, and the same result. The zeros say that neither entry depends on the inner function of the other.</source>
        <translation>Eine 2×2-Jacobi-Matrix mal eine 2×1-Jacobi-Matrix, und dasselbe Ergebnis. Die Nullen sagen, dass kein Eintrag von der inneren Funktion des anderen abhängt.</translation>
    </message>
    <message>
        <source>A Gaussian&apos;s likelihood</source>
        <translation>Die Likelihood einer Normalverteilung</translation>
    </message>
    <message>
        <source>A Gaussian, its covariance</source>
        <translation>Eine Normalverteilung, ihre Kovarianz</translation>
    </message>
    <message>
        <source>A Gaussian, its mean</source>
        <translation>Eine Normalverteilung, ihr Mittelwert</translation>
    </message>
    <message>
        <source>A Hessian</source>
        <translation>Eine Hesse-Matrix</translation>
    </message>
    <message>
        <source>A Jacobian</source>
        <translation>Eine Jacobi-Matrix</translation>
    </message>
    <message>
        <source>A Kronecker product of vectors</source>
        <translation>Ein Kronecker-Produkt von Vektoren</translation>
    </message>
    <message>
        <source>A Kronecker product times columns</source>
        <translation>Ein Kronecker-Produkt mal Spalten</translation>
    </message>
    <message>
        <source>A and B do not depend on X</source>
        <translation>A und B hängen nicht von X ab</translation>
    </message>
    <message>
        <source>A batch has a sample in every row. The exponentials are added up along each row, and the loss is the mean over the rows. For the batch the fact is that the entries of every row of {Y} add up to 1.</source>
        <translation>Ein Batch hat in jeder Zeile eine Probe. Die Exponentialwerte werden entlang jeder Zeile addiert, und der Verlust ist das Mittel über die Zeilen. Für den Batch gilt, dass die Einträge jeder Zeile von {Y} zusammen 1 ergeben.</translation>
    </message>
    <message>
        <source>A batch has {N} inputs, and a layer turns each of them into {k} numbers. What shape has the derivative of the loss with respect to the bias of {k} numbers, in numerator layout?</source>
        <translation>Ein Batch hat {N} Eingaben, und eine Schicht macht aus jeder {k} Zahlen. Welche Form hat im Zählerlayout die Ableitung des Verlusts nach dem Bias aus {k} Zahlen?</translation>
    </message>
    <message>
        <source>A batch of one single input has {N = 1}. What do the three derivatives become, and which of them is an outer product?</source>
        <translation>Ein Batch aus einer einzigen Eingabe hat {N = 1}. Was wird aus den drei Ableitungen, und welche davon ist ein äußeres Produkt?</translation>
    </message>
    <message>
        <source>A block for each {0}, laid out as the variable is.</source>
        <translation>Ein Block für jeden {0}, angeordnet wie die Variable.</translation>
    </message>
    <message>
        <source>A case whose condition never holds is left out, and so are all behind one whose condition always holds.</source>
        <translation>Ein Fall, dessen Bedingung nie gilt, entfällt, und ebenso alle hinter einem, dessen Bedingung immer gilt.</translation>
    </message>
    <message>
        <source>A chain of functions</source>
        <translation>Verkettete Funktionen</translation>
    </message>
    <message>
        <source>A change in x is passed on from variable to variable along one path, each time scaled by a derivative; the scale factors multiply. The rule fails when x reaches y along more than one path: then the total-derivative rule is needed.</source>
        <translation>Eine Änderung von x wird entlang eines Weges von Variable zu Variable weitergegeben, jedes Mal mit einer Ableitung skaliert; die Skalierungen multiplizieren sich. Die Regel versagt, wenn x auf mehr als einem Weg y erreicht: Dann wird die Regel mit der totalen Ableitung gebraucht.</translation>
    </message>
    <message>
        <source>A change in x reaches y directly and through intermediate variables. Each contribution is the partial derivative with respect to the variable used, times that variable&apos;s own total derivative; the contributions are added.</source>
        <translation>Eine Änderung von x erreicht y direkt und über Zwischenvariablen. Jeder Beitrag ist die partielle Ableitung nach der verwendeten Variable mal deren eigene totale Ableitung; die Beiträge addieren sich.</translation>
    </message>
    <message>
        <source>A change times a vector</source>
        <translation>Eine Änderung mal einem Vektor</translation>
    </message>
    <message>
        <source>A class is read where it is a network with forward.</source>
        <translation>Eine Klasse wird gelesen, wenn sie ein Netz mit forward ist.</translation>
    </message>
    <message>
        <source>A clicker works as it is: it sends Page Down, Page Up, F5, Esc and a full stop.</source>
        <translation>Ein Presenter funktioniert ohne Weiteres: Er sendet Bild ab, Bild auf, F5, Esc und einen Punkt.</translation>
    </message>
    <message>
        <source>A column that lists the entries of a vector is the vector; a column of ones is 1⃗.</source>
        <translation>Eine Spalte, die die Einträge eines Vektors auflistet, ist der Vektor; eine Spalte von Einsen ist 1⃗.</translation>
    </message>
    <message>
        <source>A column times a row that is 1 in one place is the matrix with that column there: each term has its own place.</source>
        <translation>Eine Spalte mal eine Zeile, die an einer Stelle 1 ist, ist die Matrix mit dieser Spalte dort: Jeder Summand hat seinen eigenen Platz.</translation>
    </message>
    <message>
        <source>A comparison</source>
        <translation>Ein Vergleich</translation>
    </message>
    <message>
        <source>A comparison is 0 or 1 and does not change when {x} changes a little: its derivative is zero wherever the two sides differ.</source>
        <translation>Ein Vergleich ist 0 oder 1 und bleibt es, wenn sich {x} ein wenig ändert: Die Ableitung ist null, wo immer die beiden Seiten verschieden sind.</translation>
    </message>
    <message>
        <source>A comparison such as {w &gt; x} has entries that are 0 or 1. Nudge {w_i} a little, and unless it stands exactly at {x_i} the answer stays what it was.</source>
        <translation>Ein Vergleich wie {w &gt; x} hat Einträge, die 0 oder 1 sind. Stoße {w_i} ein wenig an: Wenn es nicht genau bei {x_i} steht, bleibt die Antwort, wie sie war.</translation>
    </message>
    <message>
        <source>A constant</source>
        <translation>Eine Konstante</translation>
    </message>
    <message>
        <source>A constant does not change, so its differential is zero; a comparison only does where its sides are equal.</source>
        <translation>Eine Konstante ändert sich nicht, also ist ihr Differential null; ein Vergleich ändert sich nur, wo seine Seiten gleich sind.</translation>
    </message>
    <message>
        <source>A constant factor scales the function, so it scales the slope: it can wait in front of the derivative.</source>
        <translation>Ein konstanter Faktor skaliert die Funktion und damit die Steigung: Er kann vor der Ableitung warten.</translation>
    </message>
    <message>
        <source>A constant factor was dropped</source>
        <translation>Ein konstanter Faktor ging verloren</translation>
    </message>
    <message>
        <source>A constant has no rate of change</source>
        <translation>Eine Konstante ändert sich nicht</translation>
    </message>
    <message>
        <source>A constant matrix stays in front; an activation brings a diagonal matrix.</source>
        <translation>Eine konstante Matrix bleibt vorn stehen; eine Aktivierung bringt eine Diagonalmatrix.</translation>
    </message>
    <message>
        <source>A constant multiple</source>
        <translation>Ein konstanter Faktor</translation>
    </message>
    <message>
        <source>A constant over a function: minus sign, square below.</source>
        <translation>Eine Konstante durch eine Funktion: Minuszeichen, Quadrat im Nenner.</translation>
    </message>
    <message>
        <source>A constant to a changing power grows in proportion to its own value; for the base e the factor is 1.</source>
        <translation>Eine Konstante mit veränderlichem Exponenten wächst im Verhältnis zu ihrem eigenen Wert; für die Basis e ist das Verhältnis 1.</translation>
    </message>
    <message>
        <source>A correction</source>
        <translation>Eine Berichtigung</translation>
    </message>
    <message>
        <source>A covariance is symmetric: its entries in row {i}, column {j} and in row {j}, column {i} are one number. Does it matter that we let all entries move on their own?</source>
        <translation>Eine Kovarianz ist symmetrisch: Die Einträge in Zeile {i}, Spalte {j} und in Zeile {j}, Spalte {i} sind eine und dieselbe Zahl. Macht es etwas aus, dass hier alle Einträge einzeln beweglich waren?</translation>
    </message>
    <message>
        <source>A cube of side {x} grows by {h} on three faces at once. Which pieces of the added volume does the derivative count, and which does it leave out?</source>
        <translation>Ein Würfel der Seite {x} wächst an drei Flächen zugleich um {h}. Welche Teile des hinzukommenden Volumens zählt die Ableitung, und welche lässt sie aus?</translation>
    </message>
    <message>
        <source>A definition holds for every part on its own. Put there, it no longer stands between a derivative and what is to be differentiated.</source>
        <translation>Eine Definition gilt für jeden Teil einzeln. Dort eingesetzt, steht sie nicht mehr zwischen einer Ableitung und dem, was abgeleitet werden soll.</translation>
    </message>
    <message>
        <source>A definition holds wherever its name stands, so it may be written beside the whole instead of beside a part. A name that means something else in another part gives way to another letter.</source>
        <translation>Eine Definition gilt, wo immer ihr Name steht; sie darf also neben dem Ganzen statt neben einem Teil stehen. Ein Name, der in einem anderen Teil etwas anderes bedeutet, weicht einem anderen Buchstaben.</translation>
    </message>
    <message>
        <source>A derivative answers one question: if {x} moves a little, how much does the value move, for each unit that {x} moved? You could answer it with limits every time. Nobody does. A handful of rules tells how the derivative of a whole follows from the derivatives of its parts, and the parts get smaller until only {x} itself and plain numbers remain.</source>
        <translation>Eine Ableitung beantwortet eine Frage: Wenn sich {x} ein wenig bewegt, wie weit bewegt sich der Wert, je Einheit, um die sich {x} bewegt hat? Man könnte sie jedes Mal mit Grenzwerten beantworten. Niemand tut das. Eine Handvoll Regeln sagt, wie die Ableitung eines Ganzen aus den Ableitungen seiner Teile folgt, und die Teile werden kleiner, bis nur noch {x} selbst und bloße Zahlen übrig sind.</translation>
    </message>
    <message>
        <source>A derivative that picks one term keeps no sum</source>
        <translation>Wo die Ableitung einen Summanden auswählt, bleibt keine Summe</translation>
    </message>
    <message>
        <source>A derivative with respect to the only argument of a function follows every path and the direct one: there is no other. So one sign serves, d between scalars and ∂ for gradients and Jacobians.</source>
        <translation>Eine Ableitung nach dem einzigen Argument einer Funktion folgt jedem Weg und dem direkten: einen anderen gibt es nicht. Ein Zeichen genügt also, d zwischen Skalaren und ∂ für Gradienten und Jacobi-Matrizen.</translation>
    </message>
    <message>
        <source>A determinant</source>
        <translation>Eine Determinante</translation>
    </message>
    <message>
        <source>A determinant does not add up like a trace</source>
        <translation>Eine Determinante ist keine Summe wie die Spur</translation>
    </message>
    <message>
        <source>A determinant is linear in every single row, and there are {n} rows. It is not linear in the matrix, so its derivative cannot be a constant.</source>
        <translation>Eine Determinante ist in jeder einzelnen Zeile linear, und es gibt {n} Zeilen. In der Matrix ist sie nicht linear, also kann ihre Ableitung nicht konstant sein.</translation>
    </message>
    <message>
        <source>A determinant measures a volume: the one of the box whose edges are the columns. Let a matrix near the identity change by a little. To first order the volume changes by what the edges grow along themselves; all else only shears the box. What the edges grow along themselves stands on the diagonal, so the change is a trace. For any other matrix, compare the change with the matrix itself, and multiply by the volume that was there. This is Jacobi&apos;s formula.</source>
        <translation>Eine Determinante misst ein Volumen: das des Spats, dessen Kanten die Spalten sind. Ändert sich eine Matrix nahe der Einheitsmatrix ein wenig, so ändert sich das Volumen in erster Ordnung um das, was die Kanten in ihrer eigenen Richtung wachsen; alles andere schert den Spat nur. Was die Kanten in ihrer eigenen Richtung wachsen, steht auf der Diagonalen, die Änderung ist also eine Spur. Bei jeder anderen Matrix vergleicht man die Änderung mit der Matrix selbst und multipliziert mit dem vorhandenen Volumen. Das ist die Formel von Jacobi.</translation>
    </message>
    <message>
        <source>A deviation is counted from the mean: it is positive where the entry is the larger one.</source>
        <translation>Eine Abweichung zählt vom Mittelwert aus: Sie ist positiv, wo der Eintrag der größere ist.</translation>
    </message>
    <message>
        <source>A diagonal matrix multiplies entry by entry: {left} times {right} is {product}.</source>
        <translation>Eine Diagonalmatrix multipliziert elementweise: {left} mal {right} ist {product}.</translation>
    </message>
    <message>
        <source>A diagonal matrix, as an activation would have, less an outer product: what the other entries lose.</source>
        <translation>Eine Diagonalmatrix, wie eine Aktivierung sie hätte, minus ein äußeres Produkt: was die anderen Einträge verlieren.</translation>
    </message>
    <message>
        <source>A difference</source>
        <translation>Eine Differenz</translation>
    </message>
    <message>
        <source>A difference and the same difference the other way round have the same square; their quotient is −1.</source>
        <translation>Eine Differenz und die umgekehrte Differenz haben dasselbe Quadrat; ihr Quotient ist −1.</translation>
    </message>
    <message>
        <source>A difference of vectors, with respect to the first</source>
        <translation>Eine Differenz von Vektoren, nach dem ersten</translation>
    </message>
    <message>
        <source>A difference of vectors, with respect to the second</source>
        <translation>Eine Differenz von Vektoren, nach dem zweiten</translation>
    </message>
    <message>
        <source>A difference times the same difference the other way round is minus its outer product with itself.</source>
        <translation>Eine Differenz mal dieselbe Differenz andersherum ist minus ihr äußeres Produkt mit sich selbst.</translation>
    </message>
    <message>
        <source>A differential has the shape of the function itself, whatever the variable is. It is linear, and it obeys the product rule with every factor left where it is, because matrices may not be exchanged: {differential(A @ B) = differential(A) @ B + A @ differential(B)}. What does not depend on {X} has the differential zero. There is nothing else to remember, and no layout until the last line.</source>
        <translation>Ein Differential hat die Form der Funktion selbst, was immer die Variable ist. Es ist linear und gehorcht der Produktregel, wobei jeder Faktor an seinem Platz bleibt, denn Matrizen darf man nicht vertauschen: {differential(A @ B) = differential(A) @ B + A @ differential(B)}. Was nicht von {X} abhängt, hat das Differential null. Mehr braucht man sich nicht zu merken, und ein Layout kommt erst in der letzten Zeile vor.</translation>
    </message>
    <message>
        <source>A distance</source>
        <translation>Ein Abstand</translation>
    </message>
    <message>
        <source>A does not depend on the index</source>
        <translation>A hängt nicht vom Index ab</translation>
    </message>
    <message>
        <source>A dot product</source>
        <translation>Ein Skalarprodukt</translation>
    </message>
    <message>
        <source>A dot product treats its two sides alike.</source>
        <translation>Ein Skalarprodukt behandelt seine beiden Seiten gleich.</translation>
    </message>
    <message>
        <source>A factor common to numerator and denominator can be divided out wherever it is not zero.</source>
        <translation>Ein gemeinsamer Faktor von Zähler und Nenner lässt sich kürzen, wo immer er nicht null ist.</translation>
    </message>
    <message>
        <source>A factor in front of a fraction moves into its numerator.</source>
        <translation>Ein Faktor vor einem Bruch wandert in den Zähler.</translation>
    </message>
    <message>
        <source>A factor in the denominator cancels one of those in the numerator, so x^a over x is x^(a - 1).</source>
        <translation>Ein Faktor im Nenner hebt einen im Zähler auf, also ist x^a durch x gleich x^(a - 1).</translation>
    </message>
    <message>
        <source>A factor is missing</source>
        <translation>Ein Faktor fehlt</translation>
    </message>
    <message>
        <source>A factor of both the numerator and the denominator cancels.</source>
        <translation>Was über und unter dem Bruchstrich als Faktor steht, kürzt sich.</translation>
    </message>
    <message>
        <source>A factor of every block is a factor of the whole; sums over the same index are one sum of blocks, and cases with the same conditions one choice between blocks.</source>
        <translation>Ein Faktor jedes Blocks ist ein Faktor des Ganzen; Summen über denselben Index sind eine Summe von Blöcken, und Fälle mit denselben Bedingungen eine Auswahl zwischen Blöcken.</translation>
    </message>
    <message>
        <source>A factor of one</source>
        <translation>Ein Faktor eins</translation>
    </message>
    <message>
        <source>A factor of one changes nothing.</source>
        <translation>Ein Faktor eins ändert nichts.</translation>
    </message>
    <message>
        <source>A factor of zero</source>
        <translation>Ein Faktor null</translation>
    </message>
    <message>
        <source>A factor outside and below a bar inside is written twice, and says less than what is left of it.</source>
        <translation>Ein Faktor, der vor der Klammer und in ihr unter einem Bruchstrich steht, ist zweimal geschrieben und sagt weniger als das, was von ihm bleibt.</translation>
    </message>
    <message>
        <source>A factor that is 0 in one case and 1 in another makes the whole product 0 in the first and leaves it in the other.</source>
        <translation>Ein Faktor, der in einem Fall 0 und in einem anderen 1 ist, macht das ganze Produkt im ersten zu 0 und lässt es im anderen, wie es ist.</translation>
    </message>
    <message>
        <source>A first power is the base itself; a zeroth power, and any power of one, is one.</source>
        <translation>Eine erste Potenz ist die Basis selbst; eine nullte Potenz und jede Potenz von eins ist eins.</translation>
    </message>
    <message>
        <source>A fixed factor in front of a function stretches the function, and it stretches every slope by the same amount. So it may wait outside while you differentiate what it multiplies.</source>
        <translation>Ein fester Faktor vor einer Funktion streckt die Funktion, und er streckt jede Steigung um dasselbe Maß. Also darf er draußen warten, während abgeleitet wird, was er multipliziert.</translation>
    </message>
    <message>
        <source>A formula of the paper that does not hold</source>
        <translation>Eine Formel des Aufsatzes, die nicht stimmt</translation>
    </message>
    <message>
        <source>A fraction inside a denominator is cleared where something then cancels. Only a number that is known to be positive may be taken out of a root.</source>
        <translation>Ein Bruch im Nenner verschwindet, wo sich etwas mit ihm kürzt. Aus einer Wurzel darf nur eine Zahl gezogen werden, von der man weiß, dass sie positiv ist.</translation>
    </message>
    <message>
        <source>A fraction of a sum is a sum of fractions. For vectors and matrices this is shorter as soon as one of them cancels; for numbers a single fraction is kept, unless every term turns out to be a known function.</source>
        <translation>Ein Bruch einer Summe ist eine Summe von Brüchen. Für Vektoren und Matrizen ist das kürzer, sobald sich einer davon kürzt; für Zahlen bleibt ein einziger Bruchstrich, es sei denn, jeder Term erweist sich als bekannte Funktion.</translation>
    </message>
    <message>
        <source>A fraction within a fraction is written as a single fraction.</source>
        <translation>Ein Bruch in einem Bruch wird mit einem einzigen Bruchstrich geschrieben.</translation>
    </message>
    <message>
        <source>A function has one value for each name: write y = relu(x) in a line of its own.</source>
        <translation>Eine Funktion hat für jeden Namen einen Wert: Schreibe y = relu(x) in eine eigene Zeile.</translation>
    </message>
    <message>
        <source>A function of a function</source>
        <translation>Eine Funktion einer Funktion</translation>
    </message>
    <message>
        <source>A function of a whole vector has a known Jacobian with respect to that vector, whatever the vector is made of. The substeps show how it follows from the definition of the function.</source>
        <translation>Eine Funktion eines ganzen Vektors hat eine bekannte Jacobi-Matrix nach diesem Vektor, woraus der Vektor auch besteht. Wie sie aus der Definition der Funktion folgt, zeigen die Schritte im Innern.</translation>
    </message>
    <message>
        <source>A function of a whole vector is replaced by what it stands for, written with sums and element-wise functions.</source>
        <translation>Eine Funktion eines ganzen Vektors wird durch das ersetzt, wofür sie steht, geschrieben mit Summen und elementweisen Funktionen.</translation>
    </message>
    <message>
        <source>A function of two numbers is a landscape: at each place, given by {x} and {y}, it has a height. &quot;How steep is it here?&quot; has no single answer, because it depends on the direction in which you walk. But two directions are easy: walk along {x} only, or along {y} only.</source>
        <translation>Eine Funktion zweier Zahlen ist eine Landschaft: An jedem Ort, gegeben durch {x} und {y}, hat sie eine Höhe. „Wie steil ist es hier?“ hat keine einzelne Antwort, denn es hängt von der Richtung ab, in die man geht. Aber zwei Richtungen sind einfach: nur entlang {x} gehen oder nur entlang {y}.</translation>
    </message>
    <message>
        <source>A function or a sum needs an argument.</source>
        <translation>Eine Funktion oder eine Summe braucht ein Argument.</translation>
    </message>
    <message>
        <source>A function takes a vector of 3 entries and gives a vector of 5. How many rows and columns has its Jacobian in numerator layout? In denominator layout?</source>
        <translation>Eine Funktion nimmt einen Vektor mit 3 Einträgen und gibt einen Vektor mit 5. Wie viele Zeilen und Spalten hat ihre Jacobi-Matrix im Zählerlayout? Im Nennerlayout?</translation>
    </message>
    <message>
        <source>A function takes one number and gives a vector with a million entries. In which order would you multiply now?</source>
        <translation>Eine Funktion nimmt eine Zahl und gibt einen Vektor mit einer Million Einträgen. In welcher Reihenfolge würdest du jetzt multiplizieren?</translation>
    </message>
    <message>
        <source>A function that is typed with names for its parts already has its intermediate variables.</source>
        <translation>Eine Funktion, die mit Namen für ihre Teile eingetippt ist, hat ihre Zwischenvariablen schon.</translation>
    </message>
    <message>
        <source>A function that works entry by entry has a diagonal Jacobian.</source>
        <translation>Eine Funktion, die elementweise arbeitet, hat eine diagonale Jacobi-Matrix.</translation>
    </message>
    <message>
        <source>A gradient</source>
        <translation>Ein Gradient</translation>
    </message>
    <message>
        <source>A gradient is a vector function of the weights, so it has a Jacobian: the Hessian of the loss, which tells how the slopes change. It is symmetric. For three losses it can be written down in one line.</source>
        <translation>Ein Gradient ist eine Vektorfunktion der Gewichte, also hat er eine Jacobi-Matrix: die Hesse-Matrix des Verlusts, die sagt, wie sich die Steigungen ändern. Sie ist symmetrisch. Für drei Verluste lässt sie sich in einer Zeile hinschreiben.</translation>
    </message>
    <message>
        <source>A growing numerator raises the value; a growing denominator lowers it, and the more so the smaller it is.</source>
        <translation>Ein wachsender Zähler hebt den Wert, ein wachsender Nenner senkt ihn, umso mehr, je kleiner er ist.</translation>
    </message>
    <message>
        <source>A is invertible</source>
        <translation>A ist invertierbar</translation>
    </message>
    <message>
        <source>A jump at</source>
        <translation>Sprung bei</translation>
    </message>
    <message>
        <source>A kink at</source>
        <translation>Knick bei</translation>
    </message>
    <message>
        <source>A larger denominator makes a smaller value, hence the minus sign; the square says how fast.</source>
        <translation>Ein größerer Nenner macht den Wert kleiner, daher das Minuszeichen; das Quadrat sagt, wie schnell.</translation>
    </message>
    <message>
        <source>A last convenience. Put the bias below the weights, in one vector {v = [w, b]} with {n+1} entries, and a 1 below every input. The dot product of the two longer vectors is worked out block by block: {w · X_i} from the upper blocks and {b} times 1 from the lower ones, which is the affine part again. The bias has become a weight like the others.</source>
        <translation>Zuletzt eine Bequemlichkeit. Setze den Bias unter die Gewichte, in einen einzigen Vektor {v = [w, b]} mit {n+1} Einträgen, und unter jede Eingabe eine 1. Das Skalarprodukt der beiden längeren Vektoren wird Block für Block ausgerechnet: {w · X_i} aus den oberen Blöcken und {b} mal 1 aus den unteren, und das ist wieder der affine Teil. Der Bias ist ein Gewicht wie die anderen geworden.</translation>
    </message>
    <message>
        <source>A layer</source>
        <translation>Eine Schicht</translation>
    </message>
    <message>
        <source>A layer and its batch</source>
        <translation>Eine Schicht und ihr Batch</translation>
    </message>
    <message>
        <source>A layer is many neurons at once, and a batch is many inputs at once. The inputs are the {N} rows of {X}, the weights of neuron {j} are column {j} of {W}, and {Z = X @ W + ones(N) @ b&apos;} has an entry for each input and each neuron. The column of ones puts the bias into every row. Code leaves it out and lets the library repeat {b}; on paper it has to be written, because its transpose comes back in the derivative.</source>
        <translation>Eine Schicht sind viele Neuronen auf einmal, und ein Batch sind viele Eingaben auf einmal. Die Eingaben sind die {N} Zeilen von {X}, die Gewichte von Neuron {j} sind Spalte {j} von {W}, und {Z = X @ W + ones(N) @ b&apos;} hat einen Eintrag für jede Eingabe und jedes Neuron. Die Spalte aus Einsen setzt den Bias in jede Zeile. Code lässt sie weg und überlässt es der Bibliothek, {b} zu wiederholen; auf Papier muss sie dastehen, denn ihre Transponierte kommt in der Ableitung wieder.</translation>
    </message>
    <message>
        <source>A layer over a batch</source>
        <translation>Eine Schicht über einem Batch</translation>
    </message>
    <message>
        <source>A letter is needed only where something is differentiated with respect to it; elsewhere it is put in.</source>
        <translation>Ein Buchstabe wird nur gebraucht, wo nach ihm abgeleitet wird; sonst wird eingesetzt, was er bedeutet.</translation>
    </message>
    <message>
        <source>A line for each phase of the derivation.</source>
        <translation>Eine Zeile für jede Phase der Ableitung.</translation>
    </message>
    <message>
        <source>A line for each use of a rule.</source>
        <translation>Eine Zeile für jede Anwendung einer Regel.</translation>
    </message>
    <message>
        <source>A line where a paper would print one; minor steps are merged.</source>
        <translation>Eine Zeile, wo ein Aufsatz eine drucken würde; Nebenschritte sind zusammengefasst.</translation>
    </message>
    <message>
        <source>A linear classifier, with respect to its weights and biases</source>
        <translation>Ein linearer Klassifikator, nach seinen Gewichten und Biases</translation>
    </message>
    <message>
        <source>A list of functions with names for their parts is a list of functions, each with the names that it uses.</source>
        <translation>Eine Liste von Funktionen mit Namen für ihre Teile ist eine Liste von Funktionen, jede mit den Namen, die sie benutzt.</translation>
    </message>
    <message>
        <source>A list of what is computed for every entry is read as computed with the whole vector.</source>
        <translation>Eine Liste dessen, was für jeden Eintrag berechnet wird, ist als Rechnung mit dem ganzen Vektor gelesen.</translation>
    </message>
    <message>
        <source>A loop that trains is read as one of its turns: the loss of the weights that it has then.</source>
        <translation>Eine Schleife, die trainiert, wird als einer ihrer Durchläufe gelesen: der Verlust der Gewichte, die es dann gibt.</translation>
    </message>
    <message>
        <source>A loss behind the layer norm</source>
        <translation>Ein Verlust hinter der Layer-Norm</translation>
    </message>
    <message>
        <source>A loss depends on {n} weights. How many rows and columns has its Hessian?</source>
        <translation>Ein Verlust hängt von {n} Gewichten ab. Wie viele Zeilen und Spalten hat seine Hesse-Matrix?</translation>
    </message>
    <message>
        <source>A loss is one number and has a million weights. From which end should the Jacobians be multiplied?</source>
        <translation>Ein Verlust ist eine Zahl und hat eine Million Gewichte. Von welchem Ende her sollte man die Jacobi-Matrizen multiplizieren?</translation>
    </message>
    <message>
        <source>A matrix and its transpose have the same diagonal, and a function of the entries is one of those on it.</source>
        <translation>Eine Matrix und ihre Transponierte haben dieselbe Diagonale, und eine Funktion der Einträge ist eine der Einträge auf ihr.</translation>
    </message>
    <message>
        <source>A matrix and its transpose have the same diagonal, so the same trace: {d} is no longer transposed.</source>
        <translation>Eine Matrix und ihre Transponierte haben dieselbe Diagonale, also dieselbe Spur: {d} ist nicht mehr transponiert.</translation>
    </message>
    <message>
        <source>A matrix that does not change is a constant factor on the left.</source>
        <translation>Eine Matrix, die sich nicht ändert, ist ein konstanter Faktor links.</translation>
    </message>
    <message>
        <source>A matrix times a vector adds up its columns, each times an entry. The rows of W are the columns of W&apos;.</source>
        <translation>Eine Matrix mal ein Vektor addiert ihre Spalten, jede mal einen Eintrag. Die Zeilen von W sind die Spalten von W&apos;.</translation>
    </message>
    <message>
        <source>A matrix times its inverse</source>
        <translation>Eine Matrix mal ihrer Inversen</translation>
    </message>
    <message>
        <source>A matrix with respect to a matrix</source>
        <translation>Eine Matrix nach einer Matrix</translation>
    </message>
    <message>
        <source>A matrix with the slopes of the entries on its diagonal. Where an entry is negative its slope is zero, and this zero is of another kind than those off the diagonal.</source>
        <translation>Eine Matrix mit den Steigungen der Einträge auf der Diagonale. Wo ein Eintrag negativ ist, ist seine Steigung null, und diese Null ist von anderer Art als die neben der Diagonale.</translation>
    </message>
    <message>
        <source>A million times a million, which is a million million numbers: too many to be stored. Newton&apos;s step would also have to solve a system of that size, whose cost grows with the cube of the number of weights. Gradient descent needs one pass and one number for each weight.</source>
        <translation>Eine Million mal eine Million, also eine Billion Zahlen: zu viele, um sie zu speichern. Der Newton-Schritt müsste außerdem ein System dieser Größe lösen, und der Aufwand dafür wächst mit der dritten Potenz der Zahl der Gewichte. Der Gradientenabstieg braucht einen Durchlauf und für jedes Gewicht eine Zahl.</translation>
    </message>
    <message>
        <source>A minus in front of a power is read as in books, −(x²); a spreadsheet computes (−x)².</source>
        <translation>Ein Minus vor einer Potenz wird wie in Büchern gelesen, −(x²); eine Tabellenkalkulation berechnet (−x)².</translation>
    </message>
    <message>
        <source>A minus sign before a bracket changes the sign of every term in it.</source>
        <translation>Ein Minuszeichen vor einer Klammer kehrt das Vorzeichen jedes Terms darin um.</translation>
    </message>
    <message>
        <source>A minus sign in a factor moves to the front of the product.</source>
        <translation>Ein Minuszeichen in einem Faktor rückt an den Anfang des Produkts.</translation>
    </message>
    <message>
        <source>A minus sign in a fraction moves to its front.</source>
        <translation>Ein Minuszeichen in einem Bruch rückt vor den Bruch.</translation>
    </message>
    <message>
        <source>A multiple of a sum</source>
        <translation>Ein Vielfaches einer Summe</translation>
    </message>
    <message>
        <source>A narrow bowl</source>
        <translation>Eine enge Schale</translation>
    </message>
    <message>
        <source>A negative exponent means one over the power with the positive exponent.</source>
        <translation>Ein negativer Exponent bedeutet eins durch die Potenz mit dem positiven Exponenten.</translation>
    </message>
    <message>
        <source>A negative number times −1 is positive.</source>
        <translation>Eine negative Zahl mal −1 ist positiv.</translation>
    </message>
    <message>
        <source>A network of two layers, trained</source>
        <translation>Ein Netz aus zwei Schichten, trainiert</translation>
    </message>
    <message>
        <source>A neuron</source>
        <translation>Ein Neuron</translation>
    </message>
    <message>
        <source>A neuron weighs its inputs, adds them up, adds a bias, and passes the total on if it is positive: {max(0, w · x + b)}. Training changes the weights {w} and the bias {b}, so these are the variables, and the input {x} stands still.</source>
        <translation>Ein Neuron gewichtet seine Eingaben, addiert sie, addiert einen Bias und gibt die Summe weiter, wenn sie positiv ist: {max(0, w · x + b)}. Das Training ändert die Gewichte {w} und den Bias {b}; sie sind also die Variablen, und die Eingabe {x} steht still.</translation>
    </message>
    <message>
        <source>A neuron whose total is negative for every input of the training data is sometimes called dead. Why does training not bring it back?</source>
        <translation>Ein Neuron, dessen Summe für jede Eingabe der Trainingsdaten negativ ist, heißt manchmal tot. Warum bringt das Training es nicht zurück?</translation>
    </message>
    <message>
        <source>A norm with weights is that of a vector, by a square matrix with a row for each of its entries.</source>
        <translation>Eine Norm mit Gewichten ist die eines Vektors, mit einer quadratischen Matrix, die zu jedem seiner Einträge eine Zeile hat.</translation>
    </message>
    <message>
        <source>A number before a vector and one below it make one number.</source>
        <translation>Eine Zahl vor einem Vektor und eine darunter ergeben eine Zahl.</translation>
    </message>
    <message>
        <source>A number before brackets multiplies each term inside them.</source>
        <translation>Eine Zahl vor einer Klammer multipliziert jeden Term darin.</translation>
    </message>
    <message>
        <source>A number in every term of the numerator cancels against one in the denominator.</source>
        <translation>Eine Zahl in jedem Term des Zählers kürzt sich gegen eine im Nenner.</translation>
    </message>
    <message>
        <source>A number is its own transpose</source>
        <translation>Eine Zahl ist ihre eigene Transponierte</translation>
    </message>
    <message>
        <source>A number is its sign times its size, so the sign over the size is one over the number.</source>
        <translation>Eine Zahl ist ihr Vorzeichen mal ihre Größe, also ist das Vorzeichen durch die Größe gleich eins durch die Zahl.</translation>
    </message>
    <message>
        <source>A number is wrong as a factor</source>
        <translation>Ein Zahlenfaktor stimmt nicht</translation>
    </message>
    <message>
        <source>A number that divides a product of matrices divides one of them; it is written below that whose terms it makes known functions.</source>
        <translation>Eine Zahl, die ein Produkt von Matrizen teilt, teilt eine von ihnen; sie wird unter die geschrieben, deren Summanden sie zu bekannten Funktionen macht.</translation>
    </message>
    <message>
        <source>A point of the unit circle has the coordinates cos f and sin f; its distance from the centre is 1.</source>
        <translation>Ein Punkt des Einheitskreises hat die Koordinaten cos f und sin f; sein Abstand vom Mittelpunkt ist 1.</translation>
    </message>
    <message>
        <source>A power</source>
        <translation>Eine Potenz</translation>
    </message>
    <message>
        <source>A power is e to the power of the exponent times the logarithm of its base; of e this logarithm is 1.</source>
        <translation>Eine Potenz ist e hoch dem Exponenten mal dem Logarithmus der Basis; für e ist dieser Logarithmus 1.</translation>
    </message>
    <message>
        <source>A power of a fraction is a product of equal fractions: the numerators are multiplied, and so are the denominators.</source>
        <translation>Eine Potenz ist ein Produkt gleicher Brüche: Zähler werden multipliziert, und Nenner ebenso.</translation>
    </message>
    <message>
        <source>A power of a matrix is a product of equal factors.</source>
        <translation>Eine Potenz einer Matrix ist ein Produkt gleicher Faktoren.</translation>
    </message>
    <message>
        <source>A power of a matrix with a whole exponent is a product of that many equal factors, which the product rule takes apart. Factors of a matrix do not commute, so X² has two terms, dX X and X dX, and not 2 X dX.</source>
        <translation>Eine Potenz einer Matrix mit ganzem Exponenten ist ein Produkt von so vielen gleichen Faktoren, das die Produktregel zerlegt. Matrizen lassen sich nicht vertauschen; darum hat X² zwei Summanden, dX X und X dX, und nicht 2 X dX.</translation>
    </message>
    <message>
        <source>A power of e is its own derivative, times the derivative of its exponent {f}.</source>
        <translation>Eine Potenz von e ist ihre eigene Ableitung, mal die Ableitung ihres Exponenten {f}.</translation>
    </message>
    <message>
        <source>A product</source>
        <translation>Ein Produkt</translation>
    </message>
    <message>
        <source>A product inside a product needs no brackets.</source>
        <translation>Ein Produkt in einem Produkt braucht keine Klammern.</translation>
    </message>
    <message>
        <source>A product is linear in each factor, so a sum of products that differ in one factor is the product with the sum of that factor.</source>
        <translation>Ein Produkt ist in jedem Faktor linear; eine Summe von Produkten, die sich in einem Faktor unterscheiden, ist also das Produkt mit der Summe dieses Faktors.</translation>
    </message>
    <message>
        <source>A product is linear in each factor; of matrices the order stays as it is.</source>
        <translation>Ein Produkt ist in jedem Faktor linear; bei Matrizen bleibt die Reihenfolge, wie sie ist.</translation>
    </message>
    <message>
        <source>A product of two paths</source>
        <translation>Ein Produkt zweier Wege</translation>
    </message>
    <message>
        <source>A product with a factor zero is zero.</source>
        <translation>Ein Produkt mit einem Faktor null ist null.</translation>
    </message>
    <message>
        <source>A product with a zero matrix is zero.</source>
        <translation>Ein Produkt mit einer Nullmatrix ist null.</translation>
    </message>
    <message>
        <source>A quadratic form</source>
        <translation>Eine quadratische Form</translation>
    </message>
    <message>
        <source>A quadratic form of a matrix</source>
        <translation>Eine quadratische Form einer Matrix</translation>
    </message>
    <message>
        <source>A quotient</source>
        <translation>Ein Quotient</translation>
    </message>
    <message>
        <source>A range runs from a number to a size: sum(i=1..N, x_i). Shapes are given after “where”: … where x: n.</source>
        <translation>Ein Bereich läuft von einer Zahl bis zu einer Größe: sum(i=1..N, x_i). Formen stehen hinter „where“: … where x: n.</translation>
    </message>
    <message>
        <source>A range runs from a whole number to a size: sum(i=1..N, x_i).</source>
        <translation>Ein Bereich läuft von einer ganzen Zahl bis zu einer Größe: sum(i=1..N, x_i).</translation>
    </message>
    <message>
        <source>A range stands first in sum(i=1..N, x_i).</source>
        <translation>Ein Bereich steht in sum(i=1..N, x_i) an erster Stelle.</translation>
    </message>
    <message>
        <source>A recurrent network reads a sequence, one element after the other, and keeps a state. At every step it uses the same weights: {w} for the new element, {u} for the old state. Written out over three steps it is a network of three layers whose weights happen to be equal. So its derivative with respect to {u} has a contribution from every step, and they are added.</source>
        <translation>Ein rekurrentes Netz liest eine Folge, ein Element nach dem anderen, und merkt sich einen Zustand. In jedem Schritt benutzt es dieselben Gewichte: {w} für das neue Element, {u} für den alten Zustand. Über drei Schritte ausgeschrieben ist es ein Netz aus drei Schichten, deren Gewichte zufällig gleich sind. Seine Ableitung nach {u} hat also aus jedem Schritt einen Beitrag, und die Beiträge werden addiert.</translation>
    </message>
    <message>
        <source>A reduction takes a vector and returns a scalar. The most important one adds up the entries: {sum(x)} is {x_1 + x_2} and so on, up to the last entry. The derivative of a scalar with respect to a vector is its gradient, a row, and entry {j} of it says how the total reacts to {x_j}.</source>
        <translation>Eine Reduktion nimmt einen Vektor und liefert einen Skalar. Die wichtigste addiert die Einträge: {sum(x)} ist {x_1 + x_2} und so weiter, bis zum letzten Eintrag. Die Ableitung eines Skalars nach einem Vektor ist sein Gradient, eine Zeile, und deren Eintrag {j} sagt, wie die Summe auf {x_j} reagiert.</translation>
    </message>
    <message>
        <source>A reduction turns a vector into a scalar, so its derivative with respect to a vector is a row. The derivative moves inside the sum; if the variable is one entry of a vector, a single term survives; if it is a scalar shared by all terms, all of them do.</source>
        <translation>Eine Reduktion macht aus einem Vektor einen Skalar, also ist ihre Ableitung nach einem Vektor eine Zeile. Die Ableitung rückt in die Summe; ist die Variable ein Eintrag eines Vektors, bleibt ein einziger Term, ist sie ein Skalar, den alle Terme gemeinsam haben, bleiben alle.</translation>
    </message>
    <message>
        <source>A row 1 × {k} times a matrix {k} × {n} is a row 1 × {n}. If {x} is a scalar, the matrix is a column {k} × 1, and the product is a single number: the sum over all paths.</source>
        <translation>Eine Zeile 1 × {k} mal eine Matrix {k} × {n} ist eine Zeile 1 × {n}. Ist {x} ein Skalar, so ist die Matrix eine Spalte {k} × 1 und das Produkt eine einzige Zahl: die Summe über alle Pfade.</translation>
    </message>
    <message>
        <source>A row and a column for each entry of the variable.</source>
        <translation>Eine Zeile und eine Spalte für jeden Eintrag der Variable.</translation>
    </message>
    <message>
        <source>A row before the commutation matrix</source>
        <translation>Eine Zeile vor der Kommutationsmatrix</translation>
    </message>
    <message>
        <source>A row for each column of the variable, a column for each row of it.</source>
        <translation>Eine Zeile für jede Spalte der Variable, eine Spalte für jede ihrer Zeilen.</translation>
    </message>
    <message>
        <source>A row for each entry of the product, a column for each entry of {X}. Written out it is a large matrix; as a product of two small ones it need never be stored.</source>
        <translation>Eine Zeile für jeden Eintrag des Produkts, eine Spalte für jeden Eintrag von {X}. Ausgeschrieben ist das eine große Matrix; als Produkt zweier kleiner muss sie nie gespeichert werden.</translation>
    </message>
    <message>
        <source>A row for each function, a column for each variable.</source>
        <translation>Eine Zeile für jede Funktion, eine Spalte für jede Variable.</translation>
    </message>
    <message>
        <source>A row for each {0}, a column for each {1}.</source>
        <translation>Eine Zeile für jeden {0}, eine Spalte für jeden {1}.</translation>
    </message>
    <message>
        <source>A row laid out in columns</source>
        <translation>Eine Zeile, in Spalten gelegt</translation>
    </message>
    <message>
        <source>A row of ones times a diagonal matrix: a row with {n} entries, one for each weight.</source>
        <translation>Eine Zeile von Einsen mal eine Diagonalmatrix: eine Zeile mit {n} Einträgen, einem für jedes Gewicht.</translation>
    </message>
    <message>
        <source>A row of ones times {X} adds the samples up. As {P} is invertible, the derivative vanishes only where {N m} is that sum: the best mean is the mean of the samples, whatever the covariance is.</source>
        <translation>Eine Zeile aus Einsen mal {X} addiert die Beobachtungen. Da {P} invertierbar ist, verschwindet die Ableitung nur, wo {N m} diese Summe ist: Der beste Mittelwert ist der der Beobachtungen, was auch immer die Kovarianz ist.</translation>
    </message>
    <message>
        <source>A row of partial derivatives: all other variables are held constant.</source>
        <translation>Eine Zeile partieller Ableitungen: alle anderen Variablen werden festgehalten.</translation>
    </message>
    <message>
        <source>A row or a column is picked</source>
        <translation>Eine Zeile oder Spalte wird ausgewählt</translation>
    </message>
    <message>
        <source>A row scaled entry by entry, between matrices</source>
        <translation>Eine eintragsweise skalierte Zeile zwischen Matrizen</translation>
    </message>
    <message>
        <source>A row stands where a column belongs, or the other way round</source>
        <translation>Eine Zeile steht, wo eine Spalte hingehört, oder umgekehrt</translation>
    </message>
    <message>
        <source>A row that lists the entries of a vector is its transpose; a row of ones is 1⃗ᵀ.</source>
        <translation>Eine Zeile, die die Einträge eines Vektors auflistet, ist dessen Transponierte; eine Zeile von Einsen ist 1⃗ᵀ.</translation>
    </message>
    <message>
        <source>A row times a column is one number: {left} times {right} is {product}.</source>
        <translation>Eine Zeile mal eine Spalte ist eine Zahl: {left} mal {right} ist {product}.</translation>
    </message>
    <message>
        <source>A row times a column is the dot product of {u} and {v}.</source>
        <translation>Eine Zeile mal eine Spalte ist das Skalarprodukt von {u} und {v}.</translation>
    </message>
    <message>
        <source>A row times a matrix is a row again. From the other end every product would be a matrix with a million columns.</source>
        <translation>Eine Zeile mal eine Matrix ist wieder eine Zeile. Vom anderen Ende her wäre jedes Produkt eine Matrix mit einer Million Spalten.</translation>
    </message>
    <message>
        <source>A row times a matrix is the sum of the rows of the matrix, each times an entry.</source>
        <translation>Eine Zeile mal eine Matrix ist die Summe der Zeilen der Matrix, jede mal einem Eintrag.</translation>
    </message>
    <message>
        <source>A row times that Jacobian: the incoming adjoint loses its mean, and its part along the normalised vector.</source>
        <translation>Eine Zeile mal diese Jacobi-Matrix: Die ankommende Adjungierte verliert ihr Mittel und ihren Anteil entlang des normierten Vektors.</translation>
    </message>
    <message>
        <source>A row, a matrix and a column</source>
        <translation>Eine Zeile, eine Matrix und eine Spalte</translation>
    </message>
    <message>
        <source>A scalar beside a vector is added to each entry; a number that multiplies every term is written in front.</source>
        <translation>Ein Skalar neben einem Vektor wird zu jedem Eintrag addiert; eine Zahl vor allen Summanden steht vor dem Ganzen.</translation>
    </message>
    <message>
        <source>A scalar beside a vector stands for the vector {expand(z, n)} of equal entries. With respect to the vector, the Jacobian is a square matrix; with respect to the scalar, it is a column.</source>
        <translation>Ein Skalar neben einem Vektor steht für den Vektor {expand(z, n)} aus gleichen Einträgen. Nach dem Vektor ist die Jacobi-Matrix eine quadratische Matrix, nach dem Skalar eine Spalte.</translation>
    </message>
    <message>
        <source>A scalar counts in every entry: its derivative is a column.</source>
        <translation>Ein Skalar zählt in jedem Eintrag: seine Ableitung ist eine Spalte.</translation>
    </message>
    <message>
        <source>A scalar divides the whole vector as it divides each entry.</source>
        <translation>Ein Skalar teilt den ganzen Vektor so, wie er jeden Eintrag teilt.</translation>
    </message>
    <message>
        <source>A scalar factor moves in front of the sum.</source>
        <translation>Ein skalarer Faktor rückt vor die Summe.</translation>
    </message>
    <message>
        <source>A scalar factor moves to the front of a product of matrices.</source>
        <translation>Ein skalarer Faktor rückt an den Anfang eines Produkts von Matrizen.</translation>
    </message>
    <message>
        <source>A scalar factor of every entry is written once, in front.</source>
        <translation>Ein skalarer Faktor in jedem Eintrag steht einmal, davor.</translation>
    </message>
    <message>
        <source>A scalar has the sizes (), a vector (n,), a row (1, n), a matrix (m, n).</source>
        <translation>Ein Skalar hat die Größen (), ein Vektor (n,), eine Zeile (1, n), eine Matrix (m, n).</translation>
    </message>
    <message>
        <source>A scalar is its own trace</source>
        <translation>Ein Skalar ist seine eigene Spur</translation>
    </message>
    <message>
        <source>A scalar is its own transpose</source>
        <translation>Ein Skalar ist seine eigene Transponierte</translation>
    </message>
    <message>
        <source>A scalar starts from a number, a vector from a list of numbers.</source>
        <translation>Ein Skalar beginnt mit einer Zahl, ein Vektor mit einer Liste von Zahlen.</translation>
    </message>
    <message>
        <source>A shape is scalar, a size such as n or 3 for a vector, or rows x columns such as N x n.</source>
        <translation>Eine Form ist scalar, für einen Vektor eine Größe wie n oder 3, oder Zeilen x Spalten wie N x n.</translation>
    </message>
    <message>
        <source>A shape is scalar, a size such as n, 3 or n+1 for a vector, or rows x columns such as N x n.</source>
        <translation>Eine Form ist scalar, für einen Vektor eine Größe wie n, 3 oder n+1, oder Zeilen x Spalten wie N x n.</translation>
    </message>
    <message>
        <source>A share is divided by the sum of its row, and other rows have sums of their own.</source>
        <translation>Ein Anteil wird durch die Summe seiner Zeile geteilt, und andere Zeilen haben ihre eigenen Summen.</translation>
    </message>
    <message>
        <source>A sign is wrong</source>
        <translation>Ein Vorzeichen ist falsch</translation>
    </message>
    <message>
        <source>A sine of a square</source>
        <translation>Ein Sinus eines Quadrats</translation>
    </message>
    <message>
        <source>A sine of a sum</source>
        <translation>Ein Sinus einer Summe</translation>
    </message>
    <message>
        <source>A size is a name, a whole number from 1 on, or a sum of these.</source>
        <translation>Eine Größe ist ein Name, eine ganze Zahl ab 1 oder eine Summe davon.</translation>
    </message>
    <message>
        <source>A size is a name, a whole number, or a sum or product of these such as n+1 or m*n.</source>
        <translation>Eine Größe ist ein Name, eine ganze Zahl oder eine Summe oder ein Produkt davon, etwa n+1 oder m*n.</translation>
    </message>
    <message>
        <source>A size is a whole number from 1 to 1000.</source>
        <translation>Eine Größe ist eine ganze Zahl von 1 bis 1000.</translation>
    </message>
    <message>
        <source>A slope on each side of the kink, and none at it.</source>
        <translation>Eine Steigung auf jeder Seite des Knicks und keine am Knick selbst.</translation>
    </message>
    <message>
        <source>A small change does not lead from one case into another.</source>
        <translation>Eine kleine Änderung führt nicht von einem Fall in einen anderen.</translation>
    </message>
    <message>
        <source>A square matrix has as many rows as columns: X: n x n.</source>
        <translation>Eine quadratische Matrix hat so viele Zeilen wie Spalten: X: n x n.</translation>
    </message>
    <message>
        <source>A step is flat on both sides of its jump; at the jump itself there is no derivative.</source>
        <translation>Eine Stufe ist auf beiden Seiten ihres Sprungs flach; am Sprung selbst gibt es keine Ableitung.</translation>
    </message>
    <message>
        <source>A subscript follows a name: x_1, x_i. A name begins with a letter.</source>
        <translation>Ein Index folgt einem Namen: x_1, x_i. Ein Name beginnt mit einem Buchstaben.</translation>
    </message>
    <message>
        <source>A sum</source>
        <translation>Eine Summe</translation>
    </message>
    <message>
        <source>A sum inside a sum needs no brackets, nor a product inside a product; after a minus sign all signs change.</source>
        <translation>Eine Summe in einer Summe braucht keine Klammern, auch ein Produkt in einem Produkt nicht; nach einem Minuszeichen drehen sich alle Vorzeichen um.</translation>
    </message>
    <message>
        <source>A sum of all entries, a dot product, a row times a column, and a trace are all sums over an index.</source>
        <translation>Eine Summe aller Einträge, ein Skalarprodukt, eine Zeile mal eine Spalte und eine Spur sind alle Summen über einen Index.</translation>
    </message>
    <message>
        <source>A sum of rows, place by place</source>
        <translation>Eine Summe von Zeilen, Stelle für Stelle</translation>
    </message>
    <message>
        <source>A sum of vectors, with respect to the first</source>
        <translation>Eine Summe von Vektoren, nach dem ersten</translation>
    </message>
    <message>
        <source>A sum of vectors, with respect to the second</source>
        <translation>Eine Summe von Vektoren, nach dem zweiten</translation>
    </message>
    <message>
        <source>A sum of which every term is zero is zero.</source>
        <translation>Eine Summe, in der jeder Summand null ist, ist null.</translation>
    </message>
    <message>
        <source>A sum of zeros</source>
        <translation>Eine Summe von Nullen</translation>
    </message>
    <message>
        <source>A sum of {d} products grows with {d}, about like its root. Large comparisons make one share nearly 1; then the diagonal matrix and the outer product nearly cancel, and almost nothing of the gradient comes through. Dividing by the root keeps the comparisons at the size they have for small {d}.</source>
        <translation>Eine Summe aus {d} Produkten wächst mit {d}, etwa wie dessen Wurzel. Große Vergleiche machen einen Anteil fast 1; dann heben sich Diagonalmatrix und äußeres Produkt fast auf, und vom Gradienten kommt fast nichts durch. Die Division durch die Wurzel hält die Vergleiche in der Größe, die sie für kleines {d} haben.</translation>
    </message>
    <message>
        <source>A sum over all entries of a vector is sum(x); a sum of products of entries is a dot product; n equal terms are n times that term.</source>
        <translation>Eine Summe über alle Einträge eines Vektors ist sum(x); eine Summe von Produkten von Einträgen ist ein Skalarprodukt; n gleiche Terme sind n mal dieser Term.</translation>
    </message>
    <message>
        <source>A sum over examples is differentiated example by example, or all at once as a squared length.</source>
        <translation>Eine Summe über Beispiele wird Beispiel für Beispiel abgeleitet oder auf einmal als quadrierte Länge.</translation>
    </message>
    <message>
        <source>A sum over i is a sum like any other, so each of its terms is differentiated on its own.</source>
        <translation>Eine Summe über i ist eine Summe wie jede andere, also wird jeder ihrer Terme für sich abgeleitet.</translation>
    </message>
    <message>
        <source>A sum over i of terms with a factor δ_ij has one term that is not zero, that with i = j.</source>
        <translation>Eine Summe über i von Termen mit einem Faktor δ_ij hat einen Term, der nicht null ist, den mit i = j.</translation>
    </message>
    <message>
        <source>A sweep goes back from one number, and {f} has several entries: its differential says how all of them change at once.</source>
        <translation>Ein Durchlauf geht von einer Zahl zurück, und {f} hat mehrere Einträge: Sein Differential sagt, wie sich alle auf einmal ändern.</translation>
    </message>
    <message>
        <source>A term has the wrong sign</source>
        <translation>Ein Summand hat das falsche Vorzeichen</translation>
    </message>
    <message>
        <source>A term is missing</source>
        <translation>Ein Summand fehlt</translation>
    </message>
    <message>
        <source>A term of zero</source>
        <translation>Ein Term null</translation>
    </message>
    <message>
        <source>A term that says something gets a name of its own, and the name takes its place wherever the term occurs. With an index it names one term for each number: e_i is the error of row i.</source>
        <translation>Ein Term, der etwas bedeutet, bekommt einen eigenen Namen, und der Name tritt an seine Stelle, wo immer der Term vorkommt. Mit einem Index benennt er für jede Zahl einen Term: e_i ist der Fehler von Zeile i.</translation>
    </message>
    <message>
        <source>A term was not differentiated</source>
        <translation>Ein Summand wurde nicht abgeleitet</translation>
    </message>
    <message>
        <source>A trace</source>
        <translation>Eine Spur</translation>
    </message>
    <message>
        <source>A trace of a product</source>
        <translation>Die Spur eines Produkts</translation>
    </message>
    <message>
        <source>A transpose is missing</source>
        <translation>Es fehlt, dass transponiert wird</translation>
    </message>
    <message>
        <source>A transpose sign follows what it transposes: x&apos;.</source>
        <translation>Ein Transponiertzeichen folgt dem, was es transponiert: x&apos;.</translation>
    </message>
    <message>
        <source>A unit vector times a matrix is one of its rows, and a matrix times a unit vector one of its columns.</source>
        <translation>Ein Einheitsvektor mal eine Matrix ist eine ihrer Zeilen, eine Matrix mal ein Einheitsvektor eine ihrer Spalten.</translation>
    </message>
    <message>
        <source>A value is a number, such as 2, -0.5, 1/3 or sqrt(2).</source>
        <translation>Ein Wert ist eine Zahl, etwa 2, -0.5, 1/3 oder sqrt(2).</translation>
    </message>
    <message>
        <source>A value that does not contain the variable stays the same when the variable changes: its slope is zero.</source>
        <translation>Ein Wert, der die Variable nicht enthält, bleibt gleich, wenn sich die Variable ändert: Seine Steigung ist null.</translation>
    </message>
    <message>
        <source>A value that is used twice</source>
        <translation>Ein Wert, der zweimal benutzt wird</translation>
    </message>
    <message>
        <source>A value that is used twice was counted once</source>
        <translation>Ein Wert, der zweimal benutzt wird, wurde einmal gezählt</translation>
    </message>
    <message>
        <source>A variable may stand in several places. The product rule gives one term for each, and in some of them the change appears transposed. A number equals its transpose, and a trace is the same for a matrix and its transpose: that turns such a term round, and all terms can be collected in front of the same change.</source>
        <translation>Eine Variable kann an mehreren Stellen stehen. Die Produktregel gibt für jede einen Term, und in manchen erscheint die Änderung transponiert. Eine Zahl ist gleich ihrer Transponierten, und bei einer Spur ändert das Transponieren nichts: So lässt sich ein solcher Term umdrehen, und alle Terme können vor derselben Änderung gesammelt werden.</translation>
    </message>
    <message>
        <source>A vector and a scalar</source>
        <translation>Ein Vektor und ein Skalar</translation>
    </message>
    <message>
        <source>A vector and a scalar, stacked, form one longer vector. The derivative with respect to it has a column for each of its entries: first those of the vector, then that of the scalar.</source>
        <translation>Ein Vektor und ein Skalar untereinander sind ein längerer Vektor. Die Ableitung danach hat für jeden seiner Einträge eine Spalte: zuerst die des Vektors, dann die des Skalars.</translation>
    </message>
    <message>
        <source>A vector beside a matrix stands in every row; as {0} @ ones({1})&apos; it stands in every column.</source>
        <translation>Ein Vektor neben einer Matrix steht in jeder Zeile; als {0} @ ones({1})&apos; steht er in jeder Spalte.</translation>
    </message>
    <message>
        <source>A vector of known size is the sum of its entries, each times the vector that is 1 in its place.</source>
        <translation>Ein Vektor bekannter Größe ist die Summe seiner Einträge, jeder mal den Vektor, der an seiner Stelle 1 ist.</translation>
    </message>
    <message>
        <source>A vector of which every entry is 1.</source>
        <translation>Ein Vektor, dessen Einträge alle 1 sind.</translation>
    </message>
    <message>
        <source>A vector of {n} numbers has a Gaussian distribution with mean {m} and covariance {S}. What is multiplied by what in the exponent, with the residual {x - m}?</source>
        <translation>Ein Vektor aus {n} Zahlen ist normalverteilt mit Mittelwert {m} und Kovarianz {S}. Was wird im Exponenten womit multipliziert, wenn {x - m} das Residuum ist?</translation>
    </message>
    <message>
        <source>A vector plus a scalar, with respect to the scalar</source>
        <translation>Ein Vektor plus ein Skalar, nach dem Skalar</translation>
    </message>
    <message>
        <source>A vector plus a scalar, with respect to the vector</source>
        <translation>Ein Vektor plus ein Skalar, nach dem Vektor</translation>
    </message>
    <message>
        <source>A vector times a column that is 1 in one place and 0 in all others is its entry in that place.</source>
        <translation>Ein Vektor mal eine Spalte, die an einer Stelle 1 ist und sonst 0, ist sein Eintrag an dieser Stelle.</translation>
    </message>
    <message>
        <source>A vector times a scalar, with respect to the scalar</source>
        <translation>Ein Vektor mal ein Skalar, nach dem Skalar</translation>
    </message>
    <message>
        <source>A vector times a scalar, with respect to the vector</source>
        <translation>Ein Vektor mal ein Skalar, nach dem Vektor</translation>
    </message>
    <message>
        <source>A vector times itself</source>
        <translation>Ein Vektor mal sich selbst</translation>
    </message>
    <message>
        <source>A vector with one scalar in all entries changes in all entries alike.</source>
        <translation>Ein Vektor mit demselben Skalar in allen Einträgen ändert sich in allen Einträgen gleich.</translation>
    </message>
    <message>
        <source>A worked example</source>
        <translation>Ein durchgerechnetes Beispiel</translation>
    </message>
    <message>
        <source>A worked example: nothing is covered. Cover its lines, from the last one on.</source>
        <translation>Ein ausgearbeitetes Beispiel: nichts ist zugedeckt. Decken Sie seine Zeilen zu, von der letzten an.</translation>
    </message>
    <message>
        <source>A wrong turn</source>
        <translation>Ein Irrweg</translation>
    </message>
    <message>
        <source>A δ inside brackets cannot yet select its term of a sum, or the diagonal of a grid.</source>
        <translation>Ein δ in einer Klammer kann seinen Term einer Summe oder die Diagonale eines Rasters noch nicht auswählen.</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>About Explainer</source>
        <translation>Über Explainer</translation>
    </message>
    <message>
        <source>Above, the activation; below, its slope. Where the first has a corner, the second jumps.</source>
        <translation>Oben die Aktivierung, unten ihre Steigung. Wo die eine einen Knick hat, springt die andere.</translation>
    </message>
    <message>
        <source>Above, {0} for {1} from {2} to {3}; below, its derivative {4}.</source>
        <translation>Oben {0} für {1} von {2} bis {3}; unten die Ableitung {4}.</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>Abstrakt</translation>
    </message>
    <message>
        <source>Abstract element-wise function</source>
        <translation>Abstrakte elementweise Funktion</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Add [[blocks]] with kind = &quot;prose&quot; and text = &quot;…&quot;.</source>
        <translation>[[blocks]] mit kind = &quot;prose&quot; und text = &quot;…&quot; ergänzen.</translation>
    </message>
    <message>
        <source>Add def forward(self, x): … return … .</source>
        <translation>Ergänzen Sie def forward(self, x): … return … .</translation>
    </message>
    <message>
        <source>Add exponents</source>
        <translation>Exponenten addieren</translation>
    </message>
    <message>
        <source>Add the contributions where a value is used more than once.</source>
        <translation>Die Beiträge addieren, wo ein Wert mehr als einmal benutzt wird.</translation>
    </message>
    <message>
        <source>Add up all entries of the gradient that you just derived. Why must the sum be zero?</source>
        <translation>Addiere alle Einträge des Gradienten, den du gerade abgeleitet hast. Warum muss die Summe null sein?</translation>
    </message>
    <message>
        <source>Add up what the same weight contributes at every step of time.</source>
        <translation>Addieren, was dasselbe Gewicht in jedem Zeitschritt beiträgt.</translation>
    </message>
    <message>
        <source>Add {0} = &quot;…&quot;.</source>
        <translation>{0} = &quot;…&quot; ergänzen.</translation>
    </message>
    <message>
        <source>Add {0} = [&quot;…&quot;].</source>
        <translation>{0} = [&quot;…&quot;] ergänzen.</translation>
    </message>
    <message>
        <source>Add “{0}” where the bracket should end.</source>
        <translation>Ein „{0}“ ergänzen, wo die Klammer enden soll.</translation>
    </message>
    <message>
        <source>Adding a scalar to a vector adds it to every entry. Written with 1⃗z, the vector of that scalar, it becomes an element-wise operation on two vectors.</source>
        <translation>Einen Skalar zu einem Vektor zu addieren heißt, ihn zu jedem Eintrag zu addieren. Mit 1⃗z geschrieben, dem Vektor aus diesem Skalar, wird daraus eine elementweise Operation auf zwei Vektoren.</translation>
    </message>
    <message>
        <source>Adding the same again and again is multiplying. A sum that begins with 0 has one term more than its last index says. What is still to be differentiated stays under the sum, where the rule for sums has put it.</source>
        <translation>Dasselbe immer wieder zu addieren heißt multiplizieren. Eine Summe, die mit 0 beginnt, hat einen Term mehr, als ihr letzter Index sagt. Was noch abzuleiten ist, bleibt unter der Summe, wohin die Summenregel es gebracht hat.</translation>
    </message>
    <message>
        <source>Adding up all entries of {u} is multiplying by a row of ones.</source>
        <translation>Alle Einträge von {u} aufzusummieren heißt, mit einer Zeile von Einsen zu multiplizieren.</translation>
    </message>
    <message>
        <source>Adding up {ones} counts its entries: {count}.</source>
        <translation>{ones} aufzusummieren zählt die Einträge: {count}.</translation>
    </message>
    <message>
        <source>Adding zero changes nothing.</source>
        <translation>Null zu addieren ändert nichts.</translation>
    </message>
    <message>
        <source>Adjoint of a value</source>
        <translation>Adjungierte eines Werts</translation>
    </message>
    <message>
        <source>After {0} steps the loss is larger than any number the computer can hold: a step size of {1} is far too large.</source>
        <translation>Nach {0} Schritten ist der Verlust größer als jede Zahl, die der Rechner darstellen kann: Eine Schrittweite von {1} ist viel zu groß.</translation>
    </message>
    <message>
        <source>After “where” stand definitions such as u = x^2, or shapes such as w: n.</source>
        <translation>Hinter „where“ stehen Definitionen wie u = x^2 oder Formen wie w: n.</translation>
    </message>
    <message>
        <source>Alias for the variable</source>
        <translation>Hilfsname für die Variable</translation>
    </message>
    <message>
        <source>All are negative: negative definite here, curved downwards in every direction.</source>
        <translation>Alle sind negativ: hier negativ definit, in jeder Richtung nach unten gekrümmt.</translation>
    </message>
    <message>
        <source>All are positive: positive definite here, curved upwards in every direction.</source>
        <translation>Alle sind positiv: hier positiv definit, in jeder Richtung nach oben gekrümmt.</translation>
    </message>
    <message>
        <source>All are zero: there is no curvature here.</source>
        <translation>Alle sind null: Hier gibt es keine Krümmung.</translation>
    </message>
    <message>
        <source>All blocks are zero: together they are {zeros}.</source>
        <translation>Alle Blöcke sind null: Zusammen sind sie {zeros}.</translation>
    </message>
    <message>
        <source>All derivatives</source>
        <translation>Alle Ableitungen</translation>
    </message>
    <message>
        <source>All entries of a matrix with {n} rows and {n} columns are doubled. What happens to its determinant?</source>
        <translation>Alle Einträge einer Matrix mit {n} Zeilen und {n} Spalten werden verdoppelt. Was geschieht mit ihrer Determinante?</translation>
    </message>
    <message>
        <source>All f&amp;unctions</source>
        <translation>Alle F&amp;unktionen</translation>
    </message>
    <message>
        <source>All four gradients in one sweep</source>
        <translation>Alle vier Gradienten in einem Durchgang</translation>
    </message>
    <message>
        <source>All functions</source>
        <translation>Alle Funktionen</translation>
    </message>
    <message>
        <source>All lines at a &amp;glance</source>
        <translation>Alle Zeilen im &amp;Überblick</translation>
    </message>
    <message>
        <source>All lines: choose one with the arrows and Return, Escape closes</source>
        <translation>Alle Zeilen: mit Pfeilen und Eingabetaste eine wählen, Escape schließt</translation>
    </message>
    <message>
        <source>All pa&amp;ges</source>
        <translation>&amp;Alle Seiten</translation>
    </message>
    <message>
        <source>All parameters step against gradients of the same loss.</source>
        <translation>Alle Parameter gehen gegen die Gradienten desselben Verlusts.</translation>
    </message>
    <message>
        <source>All rows are written out: together they are the Jacobian, one row per function, one column per variable.</source>
        <translation>Alle Zeilen sind ausgeschrieben: Zusammen sind sie die Jacobi-Matrix, eine Zeile für jede Funktion, eine Spalte für jede Variable.</translation>
    </message>
    <message>
        <source>All rows of a matrix must have the same length.</source>
        <translation>Alle Zeilen einer Matrix sind gleich lang.</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>Alle Regeln</translation>
    </message>
    <message>
        <source>All samples, with respect to the mean</source>
        <translation>Alle Beobachtungen, nach dem Mittelwert</translation>
    </message>
    <message>
        <source>All slides a&amp;gain</source>
        <translation>Wieder alle &amp;Folien</translation>
    </message>
    <message>
        <source>All slides at a glance</source>
        <translation>Alle Folien auf einen Blick</translation>
    </message>
    <message>
        <source>All slides of the lesson</source>
        <translation>Alle Folien der Lektion</translation>
    </message>
    <message>
        <source>All terms end in {d}: what stands before it is added.</source>
        <translation>Alle Summanden enden auf {d}: Was davorsteht, wird addiert.</translation>
    </message>
    <message>
        <source>All that follows is this result with particular operations put in. One scalar derivative, that of entry {i}, decides each time what stands on the diagonal.</source>
        <translation>Alles Weitere ist dieses Ergebnis mit bestimmten Operationen darin. Was auf der Diagonale steht, entscheidet jedes Mal eine einzige skalare Ableitung, die von Eintrag {i}.</translation>
    </message>
    <message>
        <source>All three say the same thing: multiply along a path, add over the paths. They differ in what they allow. The first allows one path through scalars, the second any number of paths from one scalar, the third vectors anywhere, where the adding is done by the product of matrices. Each stands here with its condition.</source>
        <translation>Alle drei sagen dasselbe: entlang eines Weges multiplizieren, über die Wege addieren. Sie unterscheiden sich darin, was sie zulassen. Die erste lässt einen Weg durch Skalare zu, die zweite beliebig viele Wege von einem Skalar aus, die dritte überall Vektoren, wobei das Addieren vom Matrixprodukt erledigt wird. Jede steht hier mit ihrer Bedingung.</translation>
    </message>
    <message>
        <source>All values are scalars.</source>
        <translation>Alle Werte sind Skalare.</translation>
    </message>
    <message numerus="yes">
        <source>All {1} results are equal to the derivative at {0} random points.</source>
        <translation>
            <numerusform>Alle {1} Ergebnisse sind an {0} Zufallspunkt gleich der Ableitung.</numerusform>
            <numerusform>Alle {1} Ergebnisse sind an {0} Zufallspunkten gleich der Ableitung.</numerusform>
        </translation>
    </message>
    <message>
        <source>All {count} factors depend on {x}: differentiate one at a time, keep the others, and add.</source>
        <translation>Alle {count} Faktoren hängen von {x} ab: jeweils einen ableiten, die anderen behalten und addieren.</translation>
    </message>
    <message>
        <source>All, including those inside</source>
        <translation>Alle, auch die im Innern</translation>
    </message>
    <message>
        <source>Alone I ⊗ A is as short as any form; as a factor the diagonal says more: it scales rows, or columns.</source>
        <translation>Allein ist I ⊗ A so kurz wie jede andere Form; als Faktor sagt die Diagonale mehr: Sie skaliert Zeilen oder Spalten.</translation>
    </message>
    <message>
        <source>Alone, a diagonal matrix is clearest with its entries in view; in a product, as diag of a vector.</source>
        <translation>Allein ist eine Diagonalmatrix mit ihren Einträgen vor Augen am klarsten, in einem Produkt als diag eines Vektors.</translation>
    </message>
    <message>
        <source>Along an axis of a matrix work: {0}.</source>
        <translation>Entlang einer Achse einer Matrix gehen: {0}.</translation>
    </message>
    <message>
        <source>Already derived to the end.</source>
        <translation>Schon einmal bis zum Ende abgeleitet.</translation>
    </message>
    <message>
        <source>Already solved.</source>
        <translation>Bereits gelöst.</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>An exponent counts factors: x^a times x has one more of them, so it is x^(a + 1).</source>
        <translation>Ein Exponent zählt Faktoren: x^a mal x hat einen mehr davon, ist also x^(a + 1).</translation>
    </message>
    <message>
        <source>An exponent of one changes nothing; an exponent of zero gives one.</source>
        <translation>Ein Exponent eins ändert nichts; ein Exponent null ergibt eins.</translation>
    </message>
    <message>
        <source>An exponential over a sum of exponentials, where no softmax says it shorter.</source>
        <translation>Ein Exponentialwert über einer Summe von Exponentialwerten, wo kein Softmax es kürzer sagt.</translation>
    </message>
    <message>
        <source>An expression that a function is short for is replaced by the function, which says in one word what a fraction or a root only shows.</source>
        <translation>Was eine Funktion abkürzt, wird durch die Funktion ersetzt; sie sagt mit einem Wort, was ein Bruch oder eine Wurzel nur zeigt.</translation>
    </message>
    <message>
        <source>An index is a name or a number, W_{i,j} has two; calculations with indices are not read.</source>
        <translation>Ein Index ist ein Name oder eine Zahl, W_{i,j} hat zwei; Rechnungen mit Indizes werden nicht gelesen.</translation>
    </message>
    <message>
        <source>An index that is summed over joins two matrices to their product; one that only one matrix has makes a vector of it, a circle of two is a trace, and matrices with the same two indices are multiplied entry by entry.</source>
        <translation>Ein Index, über den summiert wird, verbindet zwei Matrizen zu ihrem Produkt; einer, den nur eine Matrix hat, macht aus ihr einen Vektor, ein Kreis aus zweien ist eine Spur, und Matrizen mit denselben beiden Indizes werden Eintrag für Eintrag multipliziert.</translation>
    </message>
    <message>
        <source>An inner product is of two vectors, or of two matrices, of one shape.</source>
        <translation>Ein Skalarprodukt ist eines von zwei Vektoren oder von zwei Matrizen der gleichen Form.</translation>
    </message>
    <message>
        <source>An inverse</source>
        <translation>Eine Inverse</translation>
    </message>
    <message>
        <source>An inverse is defined by an equation, {A @ inv(A) = identity(n)}. Its right side does not move, so the differential of the left side is zero: {differential(A) @ inv(A) + A @ differential(inv(A)) = zeros(n, n)}. Solve this for the differential of the inverse, and you have the rule. The change stands between two inverses; they cannot be merged into a square, as one does with numbers.</source>
        <translation>Eine Inverse ist durch eine Gleichung definiert, {A @ inv(A) = identity(n)}. Die rechte Seite bewegt sich nicht, also ist das Differential der linken null: {differential(A) @ inv(A) + A @ differential(inv(A)) = zeros(n, n)}. Löse das nach dem Differential der Inversen auf, und du hast die Regel. Die Änderung steht zwischen zwei Inversen; sie lassen sich nicht wie bei Zahlen zu einem Quadrat zusammenziehen.</translation>
    </message>
    <message>
        <source>An inverse is not a power of a number</source>
        <translation>Eine Inverse ist keine Potenz einer Zahl</translation>
    </message>
    <message>
        <source>An inverse that a number moves</source>
        <translation>Eine Inverse, die von einer Zahl abhängt</translation>
    </message>
    <message>
        <source>An outer product with ones has the same number in a whole row: times P it multiplies the row of P.</source>
        <translation>Ein äußeres Produkt mit Einsen hat in einer ganzen Zeile dieselbe Zahl: Mal P multipliziert es die Zeile von P.</translation>
    </message>
    <message>
        <source>An outer product. Its entry in row {i} and column {j} tells how fast the number grows with the entry of {X} in row {j} and column {i}.</source>
        <translation>Ein äußeres Produkt. Der Eintrag in Zeile {i} und Spalte {j} sagt, wie schnell die Zahl mit dem Eintrag von {X} in Zeile {j} und Spalte {i} wächst.</translation>
    </message>
    <message>
        <source>Another one li&amp;ke it</source>
        <translation>Noch eine &amp;ähnliche</translation>
    </message>
    <message>
        <source>Another size…</source>
        <translation>Andere Größe …</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Answer with a number from 1 to {0}, or with a letter from a on.</source>
        <translation>Antworten Sie mit einer Zahl von 1 bis {0} oder mit einem Buchstaben ab a.</translation>
    </message>
    <message>
        <source>Answer: {0}</source>
        <translation>Antwort: {0}</translation>
    </message>
    <message>
        <source>Answer: {0}   {1}</source>
        <translation>Antwort: {0}   {1}</translation>
    </message>
    <message>
        <source>Any element-wise functions, with respect to the first argument</source>
        <translation>Beliebige elementweise Funktionen, nach dem ersten Argument</translation>
    </message>
    <message>
        <source>Any element-wise functions, with respect to the second argument</source>
        <translation>Beliebige elementweise Funktionen, nach dem zweiten Argument</translation>
    </message>
    <message>
        <source>Any function of a vector</source>
        <translation>Eine beliebige Funktion eines Vektors</translation>
    </message>
    <message>
        <source>Any function of any function</source>
        <translation>Eine beliebige Funktion einer beliebigen Funktion</translation>
    </message>
    <message>
        <source>Any operation on any two functions</source>
        <translation>Eine beliebige Operation auf zwei beliebigen Funktionen</translation>
    </message>
    <message>
        <source>Any two element-wise functions</source>
        <translation>Zwei beliebige elementweise Funktionen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Applied to a whole vector, the activation works entry by entry. You know what that means for the pattern of its Jacobian.</source>
        <translation>Auf einen ganzen Vektor angewandt, arbeitet die Aktivierung elementweise. Was das für das Muster ihrer Jacobi-Matrix bedeutet, weißt du.</translation>
    </message>
    <message>
        <source>Apply the network first; then .weight and .bias have names.</source>
        <translation>Wenden Sie das Netz zuerst an; dann haben .weight und .bias Namen.</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>As before, a loss later on is represented by what it says about the result: {G} has the shape of the result here, and multiplies it entry by entry. The values come first, because nothing curved stands between them and the result.</source>
        <translation>Wie zuvor steht für einen späteren Verlust das, was er über das Ergebnis sagt: {G} hat hier die Form des Ergebnisses und multipliziert es Eintrag für Eintrag. Die Werte kommen zuerst, denn zwischen ihnen und dem Ergebnis steht nichts Gekrümmtes.</translation>
    </message>
    <message>
        <source>As follows from the function</source>
        <translation>Wie sie aus der Funktion folgt</translation>
    </message>
    <message>
        <source>As in print</source>
        <translation>Wie gedruckt</translation>
    </message>
    <message>
        <source>As with numbers, this is worthwhile where like terms cancel.</source>
        <translation>Wie bei Zahlen lohnt sich das, wo sich gleichartige Summanden aufheben.</translation>
    </message>
    <message>
        <source>Ask again at the next start</source>
        <translation>Beim nächsten Start wieder fragen</translation>
    </message>
    <message>
        <source>Ask for fewer, or name more skills.</source>
        <translation>Verlangen Sie weniger oder nennen Sie mehr Fertigkeiten.</translation>
    </message>
    <message>
        <source>Ask for fewer.</source>
        <translation>Verlangen Sie weniger.</translation>
    </message>
    <message>
        <source>Ask for one of 1 to 4.</source>
        <translation>Verlangen Sie einen von 1 bis 4.</translation>
    </message>
    <message>
        <source>Assumed</source>
        <translation>Vorausgesetzt</translation>
    </message>
    <message>
        <source>At a triangular matrix with three rows. In numerator layout rows and columns are exchanged, so the zeros belong to the entries above the diagonal of {X}: changing one of them leaves the volume as it is. Changing one on or below the diagonal alters it.</source>
        <translation>An einer Dreiecksmatrix mit drei Zeilen. Im Zählerlayout sind Zeilen und Spalten vertauscht, die Nullen gehören also zu den Einträgen oberhalb der Diagonalen von {X}: Ändert man einen davon, bleibt das Volumen, wie es ist. Ändert man einen auf der Diagonalen oder darunter, so ändert es sich.</translation>
    </message>
    <message>
        <source>At how many random points a step is checked.</source>
        <translation>An wie vielen Zufallspunkten ein Schritt geprüft wird.</translation>
    </message>
    <message>
        <source>At normal speed</source>
        <translation>In normalem Tempo</translation>
    </message>
    <message>
        <source>At one place the paper sets this diagonal matrix equal to the row {x&apos;} times the identity. Multiplying by the identity changes nothing, so that product is still a row. It cannot be a matrix of {n} rows: the two have different shapes, whatever the numbers are.</source>
        <translation>An einer Stelle setzt der Aufsatz diese Diagonalmatrix gleich der Zeile {x&apos;} mal der Einheitsmatrix. Mit der Einheitsmatrix zu multiplizieren ändert nichts, also ist dieses Produkt immer noch eine Zeile. Eine Matrix mit {n} Zeilen kann es nicht sein: Die beiden haben verschiedene Formen, was auch immer die Zahlen sind.</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Beim Start</translation>
    </message>
    <message>
        <source>At which points is the gradient of {3 x^2 y} zero in both entries? What does the landscape look like there?</source>
        <translation>An welchen Punkten sind beide Einträge des Gradienten von {3 x^2 y} null? Wie sieht die Landschaft dort aus?</translation>
    </message>
    <message>
        <source>At {0} = {1} the value is {2} and the tangent has the slope {3}.</source>
        <translation>Bei {0} = {1} ist der Wert {2} und die Tangente hat die Steigung {3}.</translation>
    </message>
    <message>
        <source>At {0} it is {1}, this gives {2}.</source>
        <translation>Bei {0} ist es {1}, das hier ergibt {2}.</translation>
    </message>
    <message>
        <source>At {part}: which rule comes next?</source>
        <translation>An der Stelle {part}: Welche Regel kommt als Nächstes?</translation>
    </message>
    <message>
        <source>At {point}: value {value}, gradient {gradient}.</source>
        <translation>Bei {point}: Wert {value}, Gradient {gradient}.</translation>
    </message>
    <message>
        <source>At {values}.</source>
        <translation>Bei {values}.</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Attention compares {n} queries with {m} keys, turns the comparisons of each query into shares that add up to 1, and mixes the {m} values with these shares. With the queries in the rows of {Q}, the keys in those of {K} and the values in those of {V}, it is a softmax along the rows of {Q @ K&apos; / sqrt(d)}, times {V}.</source>
        <translation>Attention vergleicht {n} Queries mit {m} Keys, macht aus den Vergleichen jeder Query Anteile, die zusammen 1 ergeben, und mischt die {m} Values mit diesen Anteilen. Mit den Queries in den Zeilen von {Q}, den Keys in denen von {K} und den Values in denen von {V} ist es ein Softmax entlang der Zeilen von {Q @ K&apos; / sqrt(d)}, mal {V}.</translation>
    </message>
    <message>
        <source>Attention, with respect to the keys</source>
        <translation>Attention, nach den Keys</translation>
    </message>
    <message>
        <source>Attention, with respect to the queries</source>
        <translation>Attention, nach den Queries</translation>
    </message>
    <message>
        <source>Attention, with respect to the values</source>
        <translation>Attention, nach den Values</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Available: {0}.</source>
        <translation>Vorhanden: {0}.</translation>
    </message>
    <message>
        <source>Away from the boundaries one case holds: each is differentiated on its own.</source>
        <translation>Abseits der Grenzen gilt ein Fall: Jeder wird für sich differenziert.</translation>
    </message>
    <message>
        <source>Away from the boundaries only one case applies: differentiate each case on its own and keep its condition.</source>
        <translation>Abseits der Grenzen gilt nur ein Fall: jeden Fall für sich ableiten und seine Bedingung behalten.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Zurück (Esc)</translation>
    </message>
    <message>
        <source>Back through the layers</source>
        <translation>Zurück durch die Schichten</translation>
    </message>
    <message>
        <source>Back to the whole</source>
        <translation>Zurück zum Ganzen</translation>
    </message>
    <message>
        <source>Back to {0}</source>
        <translation>Zurück zu {0}</translation>
    </message>
    <message>
        <source>Backpropagation</source>
        <translation>Backpropagation</translation>
    </message>
    <message>
        <source>Backpropagation as one sweep</source>
        <translation>Backpropagation als ein Durchgang</translation>
    </message>
    <message>
        <source>Backpropagation is the chain rule with a plan. First every value on the way to the loss gets a name; worked out from the first to the last, these are the forward pass. Then every name gets its adjoint, the derivative of the loss with respect to it, from the last name to the first. An adjoint is found from the adjoints of the values that use the name, and from nothing else. When the sweep reaches a variable, its derivative is there.</source>
        <translation>Backpropagation ist die Kettenregel mit einem Plan. Zuerst bekommt jeder Wert auf dem Weg zum Verlust einen Namen; vom ersten bis zum letzten ausgerechnet sind sie der Vorwärtsdurchgang. Dann bekommt jeder Name seine Adjungierte, die Ableitung des Verlusts nach ihm, vom letzten Namen bis zum ersten. Eine Adjungierte ergibt sich aus den Adjungierten der Werte, die den Namen benutzen, und aus sonst nichts. Erreicht der Durchgang eine Variable, ist ihre Ableitung da.</translation>
    </message>
    <message>
        <source>Backward to {Z}, along the arrows from {users}.</source>
        <translation>Rückwärts zu {Z}, entlang den Pfeilen von {users}.</translation>
    </message>
    <message>
        <source>Backward to {Z}.</source>
        <translation>Rückwärts zu {Z}.</translation>
    </message>
    <message>
        <source>Backward to {Z}: only the definition of {users} uses it. Its differential turns the adjoint of {users} into that of {Z}.</source>
        <translation>Rückwärts zu {Z}: Nur die Definition von {users} verwendet es. Ihr Differential macht aus der Adjungierten von {users} die von {Z}.</translation>
    </message>
    <message>
        <source>Backward to {Z}: the definition of {L} uses it; the adjoint of {L} itself is 1.</source>
        <translation>Rückwärts zu {Z}: Die Definition von {L} verwendet es; die Adjungierte von {L} selbst ist 1.</translation>
    </message>
    <message>
        <source>Backward to {Z}: the definitions of {users} use it. Each contributes what its differential makes of its own adjoint, and the contributions are added.</source>
        <translation>Rückwärts zu {Z}: Die Definitionen von {users} verwenden es. Jede trägt bei, was ihr Differential aus ihrer eigenen Adjungierten macht, und die Beiträge werden addiert.</translation>
    </message>
    <message>
        <source>Base and exponent both changing</source>
        <translation>Basis und Exponent veränderlich</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Batches</translation>
    </message>
    <message>
        <source>Because f^g = e^(g ln f), the exponent g ln f is differentiated as a product.</source>
        <translation>Wegen f^g = e^(g ln f) wird der Exponent g ln f als Produkt abgeleitet.</translation>
    </message>
    <message>
        <source>Because {fact}, {value} is its own transpose.</source>
        <translation>Wegen {fact} ist {value} gleich seiner Transponierten.</translation>
    </message>
    <message>
        <source>Before the first step</source>
        <translation>Vor dem ersten Schritt</translation>
    </message>
    <message>
        <source>Before you look at the bias, guess. It stands in every row, so a change of {b} changes every row. The contributions of all rows have to be added up.</source>
        <translation>Rate, bevor du den Bias ansiehst. Er steht in jeder Zeile, also ändert eine Änderung von {b} jede Zeile. Die Beiträge aller Zeilen müssen addiert werden.</translation>
    </message>
    <message>
        <source>Begin another one.</source>
        <translation>Beginnen Sie eine andere.</translation>
    </message>
    <message>
        <source>Begin with a single number, where the covariance is a variance {s}. With {N} samples and the sum {c} of their squared residuals the function is this one.</source>
        <translation>Beginne mit einer einzigen Zahl; dann ist die Kovarianz eine Varianz {s}. Mit {N} Beobachtungen und der Summe {c} ihrer quadrierten Residuen lautet die Funktion so.</translation>
    </message>
    <message>
        <source>Begin with the two places where orders end. A number does not move when {x} does, and {x} moves exactly as fast as itself.</source>
        <translation>Beginne mit den beiden Stellen, an denen Aufträge enden. Eine Zahl bewegt sich nicht, wenn {x} es tut, und {x} bewegt sich genau so schnell wie es selbst.</translation>
    </message>
    <message>
        <source>Begin with traces, in which the variable stands more than once. Every place gives a term, and each of them is brought into the same form: the change at the end, not transposed. Two moves are enough, the turn in a circle and the transpose of what is inside.</source>
        <translation>Beginne mit Spuren, in denen die Variable mehr als einmal steht. Jede Stelle gibt einen Term, und jeder wird in dieselbe Form gebracht: die Änderung am Ende, nicht transponiert. Zwei Umformungen genügen, das Drehen im Kreis und das Transponieren im Inneren.</translation>
    </message>
    <message>
        <source>Below the last entry of the input stands a 1: that is where the derivative with respect to the bias comes from.</source>
        <translation>Unter dem letzten Eintrag der Eingabe steht eine 1: Von dort kommt die Ableitung nach dem Bias.</translation>
    </message>
    <message>
        <source>Below, the slope: a hill around zero, and next to nothing on both sides. This is the vanishing gradient.</source>
        <translation>Darunter die Steigung: ein Hügel um null und fast nichts auf beiden Seiten. Das ist der verschwindende Gradient.</translation>
    </message>
    <message>
        <source>Beside a length the sum of squares is its square, so that their powers combine.</source>
        <translation>Neben einer Länge ist die Summe der Quadrate deren Quadrat, sodass sich die Potenzen zusammenfassen lassen.</translation>
    </message>
    <message>
        <source>Beside a vector the scalar {z} is added to every entry: the vector of ones need not be written.</source>
        <translation>Neben einem Vektor wird der Skalar {z} zu jedem Eintrag addiert: Der Einsvektor muss nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Beside the identity matrix only the diagonal of {part} counts: it is {whole}.</source>
        <translation>Neben der Einheitsmatrix zählt nur die Diagonale von {part}: Es ist {whole}.</translation>
    </message>
    <message>
        <source>Bind it: sum({0}=1..n, …).</source>
        <translation>Ihn binden: sum({0}=1..n, …).</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Blackboard</source>
        <translation>Wandtafel</translation>
    </message>
    <message>
        <source>Blanks to fill in, solved behind</source>
        <translation>Lücken zum Ausfüllen, dahinter gelöst</translation>
    </message>
    <message>
        <source>Block (i, j) of the product is the sum over k of A_ik B times C_kj D: the numbers multiply, and the matrices.</source>
        <translation>Block (i, j) des Produkts ist die Summe über k von A_ik B mal C_kj D: Die Zahlen multiplizieren sich und die Matrizen auch.</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>Blocks are multiplied as entries are, but their order must be kept. Products with zeros are left out.</source>
        <translation>Blöcke werden wie Einträge multipliziert, aber in ihrer Reihenfolge. Produkte mit Nullen werden weggelassen.</translation>
    </message>
    <message>
        <source>Blocks are multiplied by blocks: {first} and {second} become one Kronecker product.</source>
        <translation>Blöcke werden mit Blöcken multipliziert: {first} und {second} werden zu einem einzigen Kronecker-Produkt.</translation>
    </message>
    <message>
        <source>Blocks of zeros</source>
        <translation>Blöcke aus Nullen</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tafel</translation>
    </message>
    <message>
        <source>Both are decided by the same conditions: their values are added case by case.</source>
        <translation>Über beide entscheiden dieselben Bedingungen: Ihre Werte werden Fall für Fall addiert.</translation>
    </message>
    <message>
        <source>Both are the sum over i and j of A_ji B_ij C_ij; a division entry by entry moves in the same way.</source>
        <translation>Beides ist die Summe über i und j von A_ji B_ij C_ij; eine elementweise Division wandert ebenso.</translation>
    </message>
    <message>
        <source>Both are the sum over i of A_ii B_ii; of a vector b in place of the diagonal of B, that of A_ii b_i.</source>
        <translation>Beides ist die Summe über i von A_ii B_ii; bei einem Vektor b statt der Diagonale von B die von A_ii b_i.</translation>
    </message>
    <message>
        <source>Both are the sum over i of u_i b_i v_i.</source>
        <translation>Beides ist die Summe über i von u_i b_i v_i.</translation>
    </message>
    <message>
        <source>Both arguments are {f}, so there is nothing to choose between.</source>
        <translation>Beide Argumente sind {f}, also gibt es nichts auszuwählen.</translation>
    </message>
    <message>
        <source>Both at once, for one sample: a single sweep from the loss back to the mean and to the covariance. The residual gets a name: the way back to the mean leads through it, and the derivative with respect to the covariance contains it.</source>
        <translation>Beides zugleich, für eine Beobachtung: ein einziger Durchgang vom Verlust zurück zum Mittelwert und zur Kovarianz. Das Residuum bekommt einen Namen: Der Weg zurück zum Mittelwert führt durch es hindurch, und die Ableitung nach der Kovarianz enthält es.</translation>
    </message>
    <message>
        <source>Both entries of the gradient have the factor {x}: the gradient is zero on the whole line {x = 0}. The function is zero there and level in every direction.</source>
        <translation>Beide Einträge des Gradienten haben den Faktor {x}: der Gradient ist auf der ganzen Geraden {x = 0} null. Die Funktion ist dort null und in jeder Richtung eben.</translation>
    </message>
    <message>
        <source>Both factors change at once. Each contributes its own rate of change, scaled by the other factor.</source>
        <translation>Beide Faktoren ändern sich zugleich. Jeder trägt seine eigene Änderungsrate bei, skaliert mit dem anderen Faktor.</translation>
    </message>
    <message>
        <source>Both factors change places when the argument changes its sign.</source>
        <translation>Beide Faktoren tauschen die Plätze, wenn das Argument sein Vorzeichen wechselt.</translation>
    </message>
    <message>
        <source>Both factors move with {x}. Each is differentiated while the other one stands still, and the two contributions are added.</source>
        <translation>Beide Faktoren bewegen sich mit {x}. Jeder wird abgeleitet, während der andere stillsteht, und die beiden Beiträge werden addiert.</translation>
    </message>
    <message>
        <source>Both matrices are diagonal, so their product is too: on its diagonal stand the products {entry}.</source>
        <translation>Beide Matrizen sind diagonal, also auch ihr Produkt: Auf der Diagonale stehen die Produkte {entry}.</translation>
    </message>
    <message>
        <source>Both places of {δ} are {i}: it is 1.</source>
        <translation>Beide Stellen von {δ} sind {i}: Es ist 1.</translation>
    </message>
    <message>
        <source>Both sides add up the products of entries that stand in the same places.</source>
        <translation>Beide Seiten summieren die Produkte der Einträge, die an denselben Stellen stehen.</translation>
    </message>
    <message numerus="yes">
        <source>Both sides agree at {0} random points, {1}.</source>
        <translation>
            <numerusform>Beide Seiten stimmen an {0} Zufallspunkt überein, {1}.</numerusform>
            <numerusform>Beide Seiten stimmen an {0} Zufallspunkten überein, {1}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Both sides make A X&apos; v of the columns of X: the row v&apos; multiplies what stands in the rows of X.</source>
        <translation>Beide Seiten machen aus den Spalten von X den Vektor A X&apos; v: Die Zeile v&apos; multipliziert, was in den Zeilen von X steht.</translation>
    </message>
    <message>
        <source>Both terms multiply the entries of {P}: it stands once, before {bracket}.</source>
        <translation>Beide Terme multiplizieren die Einträge von {P}: Es steht einmal, vor {bracket}.</translation>
    </message>
    <message>
        <source>Both tr(P Q) and tr(Q P) are the sum of all products P_ij Q_ji. The factors keep their order around the circle; only where it is cut changes.</source>
        <translation>Sowohl tr(P Q) als auch tr(Q P) ist die Summe aller Produkte P_ij Q_ji. Die Faktoren behalten ihre Reihenfolge im Kreis; nur die Stelle, an der er aufgeschnitten wird, ändert sich.</translation>
    </message>
    <message>
        <source>Both {f} and {g} depend on {x}: denominator times the derivative of the numerator, minus numerator times the derivative of the denominator, over the denominator squared.</source>
        <translation>{f} und {g} hängen beide von {x} ab: Nenner mal Ableitung des Zählers minus Zähler mal Ableitung des Nenners, geteilt durch das Quadrat des Nenners.</translation>
    </message>
    <message>
        <source>Both {f} and {g} depend on {x}: differentiate one factor at a time, keep the other, and add.</source>
        <translation>{f} und {g} hängen beide von {x} ab: jeweils einen Faktor ableiten, den anderen behalten und addieren.</translation>
    </message>
    <message>
        <source>Brackets</source>
        <translation>Klammern</translation>
    </message>
    <message>
        <source>Brackets are worth removing where what stands before or after them combines with every term inside.</source>
        <translation>Klammern wegzulassen lohnt sich, wo sich das, was davor oder dahinter steht, mit jedem Term darin verbindet.</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>Knapp</translation>
    </message>
    <message>
        <source>By differentials, because the derivative has more than two directions.</source>
        <translation>Mit Differentialen, weil die Ableitung mehr als zwei Richtungen hat.</translation>
    </message>
    <message>
        <source>By differentials, because the function is a matrix: it is differentiated as a whole.</source>
        <translation>Mit Differentialen, weil die Funktion eine Matrix ist: Sie wird als Ganzes differenziert.</translation>
    </message>
    <message>
        <source>By differentials, because the other methods do not come to an end here.</source>
        <translation>Mit Differentialen, weil die anderen Methoden hier nicht zum Ende kommen.</translation>
    </message>
    <message>
        <source>By differentials, because the variable is a matrix: nothing has to be taken apart into entries.</source>
        <translation>Mit Differentialen, weil die Variable eine Matrix ist: Nichts muss in Einträge zerlegt werden.</translation>
    </message>
    <message>
        <source>By differentials, because these know traces, determinants and inverses as wholes.</source>
        <translation>Mit Differentialen, weil diese Spuren, Determinanten und Inverse als Ganzes kennen.</translation>
    </message>
    <message>
        <source>By intermediate variables, because an abstract function stands inside another function.</source>
        <translation>Mit Zwischenvariablen, weil eine abstrakte Funktion in einer anderen Funktion steht.</translation>
    </message>
    <message>
        <source>By intermediate variables, because functions stand inside functions.</source>
        <translation>Mit Zwischenvariablen, weil Funktionen ineinander stehen.</translation>
    </message>
    <message>
        <source>By intermediate variables, because the other methods do not come to an end here.</source>
        <translation>Mit Zwischenvariablen, weil die anderen Verfahren hier nicht zum Ziel kommen.</translation>
    </message>
    <message>
        <source>By one sweep backward, because each of several matrices has a derivative.</source>
        <translation>In einem Durchlauf rückwärts, weil jede von mehreren Matrizen eine Ableitung hat.</translation>
    </message>
    <message>
        <source>By one sweep backward, because operations on matrices stand inside each other.</source>
        <translation>In einem Durchlauf rückwärts, weil Operationen auf Matrizen ineinander stehen.</translation>
    </message>
    <message>
        <source>By one sweep backward, because the definitions lead through matrices, one after the other.</source>
        <translation>In einem Durchlauf rückwärts, weil die Definitionen nacheinander durch Matrizen führen.</translation>
    </message>
    <message>
        <source>By one sweep backward, because the other methods do not come to an end here.</source>
        <translation>In einem Durchlauf rückwärts, weil die anderen Methoden hier nicht ans Ende kommen.</translation>
    </message>
    <message>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>C does not depend on X</source>
        <translation>C hängt nicht von X ab</translation>
    </message>
    <message>
        <source>CHECK FAILED: the numbers do not decide as they should.</source>
        <translation>PROBE GESCHEITERT: Die Zahlen entscheiden nicht so, wie sie sollten.</translation>
    </message>
    <message>
        <source>CHECK FAILED: {0}</source>
        <translation>PROBE GESCHEITERT: {0}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel a common factor</source>
        <translation>Gemeinsamen Faktor kürzen</translation>
    </message>
    <message>
        <source>Cancel entry by entry</source>
        <translation>Eintrag für Eintrag kürzen</translation>
    </message>
    <message>
        <source>Cancel what takes long</source>
        <translation>Abbrechen, was lange dauert</translation>
    </message>
    <message>
        <source>Carry the two cases of the activation through the chain rule.</source>
        <translation>Die beiden Fälle der Aktivierung durch die Kettenregel tragen.</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fallunterscheidungen</translation>
    </message>
    <message>
        <source>Cases added</source>
        <translation>Fallunterscheidungen addieren</translation>
    </message>
    <message>
        <source>Cases are written cases(0 if z &lt;= 0, z if z &gt; 0).</source>
        <translation>Fälle werden cases(0 if z &lt;= 0, z if z &gt; 0) geschrieben.</translation>
    </message>
    <message>
        <source>Cases that leave nothing open and all say the same need not be told apart.</source>
        <translation>Fälle, die nichts offenlassen und alle dasselbe sagen, müssen nicht unterschieden werden.</translation>
    </message>
    <message>
        <source>Cases within a case</source>
        <translation>Fälle innerhalb eines Falls</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Kette</translation>
    </message>
    <message>
        <source>Chain rule</source>
        <translation>Kettenregel</translation>
    </message>
    <message>
        <source>Chain rule for a matrix</source>
        <translation>Kettenregel für eine Matrix</translation>
    </message>
    <message>
        <source>Chain rule of an abstract function</source>
        <translation>Kettenregel einer abstrakten Funktion</translation>
    </message>
    <message>
        <source>Chain rule with alias</source>
        <translation>Kettenregel mit Hilfsname</translation>
    </message>
    <message>
        <source>Chain rule, forward</source>
        <translation>Kettenregel, vorwärts</translation>
    </message>
    <message>
        <source>Chain rule, one path</source>
        <translation>Kettenregel, ein Pfad</translation>
    </message>
    <message>
        <source>Chain rule, several paths</source>
        <translation>Kettenregel, mehrere Pfade</translation>
    </message>
    <message>
        <source>Change your answer, or read the hint.</source>
        <translation>Ändern Sie Ihre Antwort, oder lesen Sie den Hinweis.</translation>
    </message>
    <message>
        <source>Changed in the meantime</source>
        <translation>Inzwischen geändert</translation>
    </message>
    <message>
        <source>Changes add up. If a value is made of two terms, its change is the change of the first plus the change of the second, so the order to differentiate may be given to each term alone. With a minus sign nothing else changes.</source>
        <translation>Änderungen addieren sich. Besteht ein Wert aus zwei Termen, so ist seine Änderung die Änderung des ersten plus die Änderung des zweiten; also darf der Auftrag abzuleiten jedem Term einzeln gegeben werden. Mit einem Minuszeichen ändert sich sonst nichts.</translation>
    </message>
    <message>
        <source>Changes add up: every term is differentiated on its own.</source>
        <translation>Änderungen addieren sich: Jeder Summand wird für sich differenziert.</translation>
    </message>
    <message>
        <source>Changes add up; {held} do not depend on {X}, so their differentials are zero.</source>
        <translation>Änderungen addieren sich; {held} hängen nicht von {X} ab, ihre Differentiale sind also null.</translation>
    </message>
    <message>
        <source>Changes add up; {held} does not depend on {X}, so its differential is zero.</source>
        <translation>Änderungen addieren sich; {held} hängt nicht von {X} ab, sein Differential ist also null.</translation>
    </message>
    <message>
        <source>Changing the sign of a function changes the sign of its slope.</source>
        <translation>Wer das Vorzeichen einer Funktion umdreht, dreht das Vorzeichen ihrer Steigung um.</translation>
    </message>
    <message>
        <source>Check the name and the permissions of the file.</source>
        <translation>Den Namen und die Rechte der Datei prüfen.</translation>
    </message>
    <message>
        <source>Choose a skill first.</source>
        <translation>Wähle zuerst eine Fertigkeit.</translation>
    </message>
    <message>
        <source>Choose a variable, or give the size another name.</source>
        <translation>Eine Variable wählen oder der Größe einen anderen Namen geben.</translation>
    </message>
    <message>
        <source>Choose a variable, or give the sizes other names.</source>
        <translation>Eine Variable wählen oder den Größen andere Namen geben.</translation>
    </message>
    <message>
        <source>Choose another figure.</source>
        <translation>Eine andere Abbildung wählen.</translation>
    </message>
    <message>
        <source>Choose another method.</source>
        <translation>Ein anderes Verfahren wählen.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Eine andere Stelle wählen.</translation>
    </message>
    <message>
        <source>Choose another problem.</source>
        <translation>Wähle eine andere Aufgabe.</translation>
    </message>
    <message>
        <source>Choose one of the two signs.</source>
        <translation>Eines der beiden Zeichen wählen.</translation>
    </message>
    <message>
        <source>Choose one of: {0}.</source>
        <translation>Eines davon wählen: {0}.</translation>
    </message>
    <message>
        <source>Choose other skills.</source>
        <translation>Wählen Sie andere Fertigkeiten.</translation>
    </message>
    <message>
        <source>Choose the &amp;rule</source>
        <translation>&amp;Regel wählen</translation>
    </message>
    <message>
        <source>Choose the chain rule that fits, from the number of paths and from the shapes.</source>
        <translation>Die passende Kettenregel wählen, nach der Anzahl der Wege und nach den Formen.</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Die Datei wählen</translation>
    </message>
    <message>
        <source>Choose the form “{0}”.</source>
        <translation>Wählen Sie die Form „{0}“.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close every { with }.</source>
        <translation>Jede { mit } schließen.</translation>
    </message>
    <message>
        <source>Close it with “{0}” before this place.</source>
        <translation>Vor dieser Stelle mit „{0}“ schließen.</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Close what is open.</source>
        <translation>Schließen, was offen ist.</translation>
    </message>
    <message>
        <source>Co&amp;ver fewer</source>
        <translation>Weniger zu&amp;decken</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Collect the changes</source>
        <translation>Die Änderungen zusammenfassen</translation>
    </message>
    <message>
        <source>Collect the partial derivatives of a function in its gradient, a row.</source>
        <translation>Die partiellen Ableitungen einer Funktion in ihrem Gradienten sammeln, einer Zeile.</translation>
    </message>
    <message>
        <source>Column j of the product is {A} times a combination of the columns of {F}, with the entries of column j of {B}: the Kronecker product holds all of these.</source>
        <translation>Spalte j des Produkts ist {A} mal einer Kombination der Spalten von {F}, mit den Einträgen von Spalte j von {B}: Das Kronecker-Produkt enthält sie alle.</translation>
    </message>
    <message>
        <source>Column j of the product takes a combination of the columns of F with the numbers of A, and multiplies it by B.</source>
        <translation>Spalte j des Produkts bildet aus den Spalten von F mit den Zahlen von A eine Kombination und multipliziert sie mit B.</translation>
    </message>
    <message>
        <source>Column j of {product}, added up, is entry j, j of {whole}.</source>
        <translation>Spalte j von {product}, aufaddiert, ist Eintrag j, j von {whole}.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Columns of Kronecker products and diagonals</source>
        <translation>Spalten von Kronecker-Produkten und Diagonalen</translation>
    </message>
    <message>
        <source>Columns of a Kronecker product</source>
        <translation>Spalten eines Kronecker-Produkts</translation>
    </message>
    <message>
        <source>Columns of a diagonal matrix</source>
        <translation>Spalten einer Diagonalmatrix</translation>
    </message>
    <message>
        <source>Columns of a product</source>
        <translation>Spalten eines Produkts</translation>
    </message>
    <message>
        <source>Columns of a row</source>
        <translation>Spalten einer Zeile</translation>
    </message>
    <message>
        <source>Columns of a sum</source>
        <translation>Spalten einer Summe</translation>
    </message>
    <message>
        <source>Columns of a transpose</source>
        <translation>Spalten einer Transponierten</translation>
    </message>
    <message>
        <source>Columns of an element-wise product</source>
        <translation>Spalten eines elementweisen Produkts</translation>
    </message>
    <message>
        <source>Columns of cases</source>
        <translation>Spalten bei Fallunterscheidungen</translation>
    </message>
    <message>
        <source>Columns of matrices</source>
        <translation>Spalten von Matrizen</translation>
    </message>
    <message>
        <source>Columns side by side</source>
        <translation>Spalten nebeneinander</translation>
    </message>
    <message>
        <source>Columns times columns</source>
        <translation>Spalten mal Spalten</translation>
    </message>
    <message>
        <source>Combine powers</source>
        <translation>Potenzen zusammenfassen</translation>
    </message>
    <message>
        <source>Combining</source>
        <translation>Verknüpfen</translation>
    </message>
    <message>
        <source>Commands are written with letters, such as \frac.</source>
        <translation>Befehle bestehen aus Buchstaben, etwa \frac.</translation>
    </message>
    <message>
        <source>Common denominator entry by entry</source>
        <translation>Gemeinsamer Nenner, Eintrag für Eintrag</translation>
    </message>
    <message>
        <source>Common factor</source>
        <translation>Gemeinsamer Faktor</translation>
    </message>
    <message>
        <source>Common factor of a bracket</source>
        <translation>Gemeinsamer Faktor einer Klammer</translation>
    </message>
    <message>
        <source>Common factors</source>
        <translation>Gemeinsame Faktoren</translation>
    </message>
    <message>
        <source>Common factors of numerator and denominator are divided out.</source>
        <translation>Gemeinsame Faktoren von Zähler und Nenner werden gekürzt.</translation>
    </message>
    <message>
        <source>Common matrix factor</source>
        <translation>Gemeinsamer Matrixfaktor</translation>
    </message>
    <message>
        <source>Common matrix factor beside an outer product</source>
        <translation>Gemeinsamer Matrixfaktor neben einem dyadischen Produkt</translation>
    </message>
    <message>
        <source>Compa&amp;re methods</source>
        <translation>&amp;Verfahren vergleichen</translation>
    </message>
    <message>
        <source>Compare a step of Newton&apos;s method with one of gradient descent.</source>
        <translation>Einen Schritt des Newton-Verfahrens mit einem des Gradientenabstiegs vergleichen.</translation>
    </message>
    <message>
        <source>Compare it with the model answer.</source>
        <translation>Vergleichen Sie sie mit der Musterantwort.</translation>
    </message>
    <message>
        <source>Compare methods</source>
        <translation>Verfahren vergleichen</translation>
    </message>
    <message>
        <source>Compare with K2: the errors are added up without being weighted by the inputs.</source>
        <translation>Vergleiche mit K2: Die Fehler werden addiert, ohne mit den Eingaben gewichtet zu sein.</translation>
    </message>
    <message>
        <source>Compare with N1: the shape of the variable tells which of the two it must be.</source>
        <translation>Vergleiche mit N1: Die Form der Variable sagt, welches von beiden es sein muss.</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Complete it.</source>
        <translation>Vervollständigen.</translation>
    </message>
    <message>
        <source>Complete the &amp;name</source>
        <translation>&amp;Namen ergänzen</translation>
    </message>
    <message>
        <source>Complete the expression.</source>
        <translation>Den Ausdruck vervollständigen.</translation>
    </message>
    <message>
        <source>Completions</source>
        <translation>Ergänzungen</translation>
    </message>
    <message>
        <source>Compute with numbers</source>
        <translation>Mit Zahlen rechnen</translation>
    </message>
    <message>
        <source>Compute with the numbers, drop zeros and ones, and write the result in the usual order.</source>
        <translation>Mit den Zahlen rechnen, Nullen und Einsen weglassen und das Ergebnis in der üblichen Reihenfolge schreiben.</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Conditions and probabilities are not part of the language.</source>
        <translation>Bedingungen und Wahrscheinlichkeiten gehören nicht zur Sprache.</translation>
    </message>
    <message>
        <source>Conditions are not tidied on their own: those of cases are looked at with the cases.</source>
        <translation>Bedingungen werden nicht einzeln aufgeräumt: die von Fällen werden mit den Fällen betrachtet.</translation>
    </message>
    <message>
        <source>Constant argument</source>
        <translation>Konstantes Argument</translation>
    </message>
    <message>
        <source>Constant factor</source>
        <translation>Konstanter Faktor</translation>
    </message>
    <message>
        <source>Constant multiple</source>
        <translation>Konstanter Faktor</translation>
    </message>
    <message>
        <source>Constant terms</source>
        <translation>Konstante Terme</translation>
    </message>
    <message>
        <source>Constants in front of the sum</source>
        <translation>Konstanten vor die Summe</translation>
    </message>
    <message>
        <source>Constants that are not negative may be multiplied under one root.</source>
        <translation>Konstanten, die nicht negativ sind, dürfen unter einer Wurzel multipliziert werden.</translation>
    </message>
    <message>
        <source>Contour lines</source>
        <translation>Höhenlinien</translation>
    </message>
    <message>
        <source>Contour lines of {0}</source>
        <translation>Höhenlinien von {0}</translation>
    </message>
    <message>
        <source>Contributions are added whatever operation joins the paths. In {x x^2} the paths meet in a product, and it is tempting to multiply what arrives. But the factor that a path picks up at the product is the other factor; the contributions of the two paths are still added.</source>
        <translation>Beiträge werden addiert, welche Operation die Wege auch verbindet. In {x x^2} treffen sich die Wege in einem Produkt, und es liegt nahe, zu multiplizieren, was ankommt. Aber der Faktor, den ein Weg am Produkt aufnimmt, ist der andere Faktor; die Beiträge der beiden Wege werden trotzdem addiert.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copied as a {0} program that checks itself.</source>
        <translation>Kopiert als {0}-Programm, das sich selbst prüft.</translation>
    </message>
    <message>
        <source>Copied as {0}.</source>
        <translation>Kopiert als {0}.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Copy &amp;for Word</source>
        <translation>Für W&amp;ord kopieren</translation>
    </message>
    <message>
        <source>Copy a lin&amp;k to the problem</source>
        <translation>Einen Lin&amp;k zur Aufgabe kopieren</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alle kopieren</translation>
    </message>
    <message numerus="yes">
        <source>Copy all {0} places with their lines</source>
        <translation>
            <numerusform>Die Stelle mit ihrer Zeile kopieren</numerusform>
            <numerusform>Alle {0} Stellen mit ihren Zeilen kopieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy as &amp;LaTeX</source>
        <translation>Als &amp;LaTeX kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;MathML</source>
        <translation>Als &amp;MathML kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;Typst</source>
        <translation>Als T&amp;ypst kopieren</translation>
    </message>
    <message>
        <source>Copy as a &amp;picture (PNG)</source>
        <translation>Als B&amp;ild kopieren (PNG)</translation>
    </message>
    <message>
        <source>Copy as a dra&amp;wing (SVG)</source>
        <translation>Als &amp;Zeichnung kopieren (SVG)</translation>
    </message>
    <message>
        <source>Copy for a &amp;report</source>
        <translation>Für eine &amp;Meldung kopieren</translation>
    </message>
    <message>
        <source>Copy for a report</source>
        <translation>Für eine Meldung kopieren</translation>
    </message>
    <message>
        <source>Copy the &amp;gradient as a NumPy program</source>
        <translation>Gradienten als Num&amp;Py-Programm kopieren</translation>
    </message>
    <message>
        <source>Copy the &amp;whole as</source>
        <translation>Das &amp;Ganze kopieren als</translation>
    </message>
    <message>
        <source>Copy the gradient as a &amp;JAX program</source>
        <translation>Gradienten als &amp;JAX-Programm kopieren</translation>
    </message>
    <message>
        <source>Copy the gradient as a NumPy program</source>
        <translation>Gradient als NumPy-Programm kopieren</translation>
    </message>
    <message>
        <source>Copy the gradient as a PyTorc&amp;h program</source>
        <translation>Gradienten als PyTorc&amp;h-Programm kopieren</translation>
    </message>
    <message>
        <source>Copy the line &amp;as</source>
        <translation>Die &amp;Zeile kopieren als</translation>
    </message>
    <message>
        <source>Copy the line as {0}</source>
        <translation>Zeile kopieren als {0}</translation>
    </message>
    <message>
        <source>Copy the problem &amp;as a command line</source>
        <translation>Die A&amp;ufgabe als Befehlszeile kopieren</translation>
    </message>
    <message>
        <source>Copy the result</source>
        <translation>Ergebnis kopieren</translation>
    </message>
    <message>
        <source>Copy the result as</source>
        <translation>Ergebnis kopieren als</translation>
    </message>
    <message>
        <source>Copy the result as LaTeX</source>
        <translation>Ergebnis als LaTeX kopieren</translation>
    </message>
    <message>
        <source>Copy the result as a picture</source>
        <translation>Ergebnis als Bild kopieren</translation>
    </message>
    <message>
        <source>Copy the result as text</source>
        <translation>Ergebnis als Text kopieren</translation>
    </message>
    <message>
        <source>Copy the term as {0}</source>
        <translation>Term kopieren als {0}</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Copy the versions and the log</source>
        <translation>Die Versionen und das Protokoll kopieren</translation>
    </message>
    <message>
        <source>Correct the formula, or declare shapes.</source>
        <translation>Die Formel berichtigen oder Formen vereinbaren.</translation>
    </message>
    <message>
        <source>Correct the formula.</source>
        <translation>Die Formel berichtigen.</translation>
    </message>
    <message>
        <source>Correct the problem.</source>
        <translation>Die Aufgabe berichtigen.</translation>
    </message>
    <message>
        <source>Correct the values.</source>
        <translation>Die Werte berichtigen.</translation>
    </message>
    <message>
        <source>Count a scalar as one row or one column. A row times a column leaves a single number.</source>
        <translation>Zähle einen Skalar als eine Zeile oder eine Spalte. Eine Zeile mal eine Spalte lässt eine einzelne Zahl übrig.</translation>
    </message>
    <message>
        <source>Count how many passes each order needs: one for each input, or one for each output.</source>
        <translation>Zähle, wie viele Durchgänge jede Reihenfolge braucht: einen für jede Eingabe oder einen für jede Ausgabe.</translation>
    </message>
    <message>
        <source>Count the functions first, then the variables. The layouts differ in which of the two counts the rows.</source>
        <translation>Zähle zuerst die Funktionen, dann die Variablen. Die Layouts unterscheiden sich darin, welche von beiden die Zeilen zählen.</translation>
    </message>
    <message>
        <source>Count the paths from {x} to the value.</source>
        <translation>Zähle die Wege von {x} zum Wert.</translation>
    </message>
    <message>
        <source>Count the steps: one for each name and each variable, and none is done twice. The adjoint of the affine part serves both the weights and the bias.</source>
        <translation>Zähle die Schritte: einer für jeden Namen und jede Variable, und keiner wird zweimal gemacht. Die Adjungierte des affinen Teils dient den Gewichten und dem Bias.</translation>
    </message>
    <message>
        <source>Covered: all of {0}</source>
        <translation>Zugedeckt: alle {0}</translation>
    </message>
    <message>
        <source>Covered: nothing of {0}</source>
        <translation>Zugedeckt: nichts von {0}</translation>
    </message>
    <message>
        <source>Covered: the last {0} of {1}</source>
        <translation>Zugedeckt: die letzten {0} von {1}</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>Kreuzentropie</translation>
    </message>
    <message>
        <source>Cross-entropy asks for the logarithm of the share that the right class got. The right class is marked by a vector {y} with a single 1, so its entries add up to 1. This is said with the function: one-hot y. Watch what the logarithm does to the fraction, and what the sum of the entries of {y} does to the rest.</source>
        <translation>Die Kreuzentropie fragt nach dem Logarithmus des Anteils, den die richtige Klasse bekam. Die richtige Klasse ist durch einen Vektor {y} mit einer einzigen 1 markiert, also ergeben seine Einträge zusammen 1. Das wird mit der Funktion gesagt: one-hot y. Sieh zu, was der Logarithmus mit dem Bruch macht und was die Summe der Einträge von {y} mit dem Rest macht.</translation>
    </message>
    <message>
        <source>Cross-entropy of a batch</source>
        <translation>Kreuzentropie eines Batches</translation>
    </message>
    <message>
        <source>Cross-entropy of one sample</source>
        <translation>Kreuzentropie einer Probe</translation>
    </message>
    <message>
        <source>Cyclic property of the trace</source>
        <translation>Die Faktoren einer Spur drehen sich im Kreis</translation>
    </message>
    <message>
        <source>DLMF 1.9(i) and 4.24.9</source>
        <translation>DLMF 1.9(i) und 4.24.9</translation>
    </message>
    <message>
        <source>DLMF 4.14.4, 4.28.4</source>
        <translation>DLMF 4.14.4, 4.28.4</translation>
    </message>
    <message>
        <source>DLMF 4.14.6, 4.14.5</source>
        <translation>DLMF 4.14.6, 4.14.5</translation>
    </message>
    <message>
        <source>DLMF 4.2, 4.17 and 4.23</source>
        <translation>DLMF 4.2, 4.17 und 4.23</translation>
    </message>
    <message>
        <source>DLMF 4.2.26 with 1.4.9</source>
        <translation>DLMF 4.2.26 mit 1.4.9</translation>
    </message>
    <message>
        <source>DLMF 4.21.12, 4.35.11</source>
        <translation>DLMF 4.21.12, 4.35.11</translation>
    </message>
    <message>
        <source>DLMF 4.34.3 and 4.35.12</source>
        <translation>DLMF 4.34.3 und 4.35.12</translation>
    </message>
    <message>
        <source>DLMF 4.7.1 and 4.2(ii)</source>
        <translation>DLMF 4.7.1 und 4.2(ii)</translation>
    </message>
    <message>
        <source>DLMF 4.7.7 and 4.7.10</source>
        <translation>DLMF 4.7.7 und 4.7.10</translation>
    </message>
    <message>
        <source>DLMF, common notations</source>
        <translation>DLMF, übliche Schreibweisen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Dataflow</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>Dataflow graph</source>
        <translation>Datenflussgraph</translation>
    </message>
    <message>
        <source>Dataflow graph of {0}</source>
        <translation>Datenflussgraph von {0}</translation>
    </message>
    <message>
        <source>Decided cases</source>
        <translation>Entschiedene Fälle</translation>
    </message>
    <message>
        <source>Decks (*.deck)</source>
        <translation>Foliensätze (*.deck)</translation>
    </message>
    <message>
        <source>Declare it with a shape to use it as a function of its own: … where {0}: scalar.</source>
        <translation>Mit einer Form vereinbaren, um sie als eigene Funktion zu benutzen: … where {0}: scalar.</translation>
    </message>
    <message>
        <source>Declare {0} as a vector: … where {0}: n.</source>
        <translation>{0} als Vektor vereinbaren: … where {0}: n.</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>Gegebenes</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>Definition of the function</source>
        <translation>Definition der Funktion</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>Definitionen</translation>
    </message>
    <message>
        <source>Deltas</source>
        <translation>Deltas</translation>
    </message>
    <message>
        <source>Denominator</source>
        <translation>Nennerlayout</translation>
    </message>
    <message>
        <source>Denominator layout asks for the transpose: what was a row becomes a column.</source>
        <translation>Das Nennerlayout verlangt die Transponierte: Was eine Zeile war, wird eine Spalte.</translation>
    </message>
    <message>
        <source>Denominator layout, as in deep learning: a gradient has the shape of the variable</source>
        <translation>Nennerlayout, wie im Deep Learning üblich: ein Gradient hat die Form der Variablen</translation>
    </message>
    <message>
        <source>Derivation</source>
        <translation>Ableitung</translation>
    </message>
    <message>
        <source>Derivation of a term</source>
        <translation>Ableitung eines Terms</translation>
    </message>
    <message>
        <source>Derivations (*.derivation)</source>
        <translation>Ableitungen (*.derivation)</translation>
    </message>
    <message>
        <source>Derivations, lessons and decks (*.derivation *.json *.toml *.deck);;All files (*)</source>
        <translation>Herleitungen, Lektionen und Foliensätze (*.derivation *.json *.toml *.deck);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Derivative</source>
        <translation>Ableitung</translation>
    </message>
    <message>
        <source>Derivative by cases</source>
        <translation>Ableitung nach Fällen</translation>
    </message>
    <message>
        <source>Derivative of a constant</source>
        <translation>Ableitung einer Konstanten</translation>
    </message>
    <message>
        <source>Derivative of a function</source>
        <translation>Ableitung einer Funktion</translation>
    </message>
    <message>
        <source>Derivative of a product of many factors</source>
        <translation>Ableitung eines Produkts aus vielen Faktoren</translation>
    </message>
    <message>
        <source>Derivative of a vector with respect to itself</source>
        <translation>Ableitung eines Vektors nach sich selbst</translation>
    </message>
    <message>
        <source>Derivative of the variable itself</source>
        <translation>Ableitung der Variable selbst</translation>
    </message>
    <message>
        <source>Derivative, block by block</source>
        <translation>Ableitung, Block für Block</translation>
    </message>
    <message>
        <source>Derivatives of what depends on several variables, or on vectors, are written with ∂.</source>
        <translation>Ableitungen dessen, was von mehreren Variablen oder von Vektoren abhängt, schreibt man mit ∂.</translation>
    </message>
    <message>
        <source>Derivatives with respect to scalars and vectors are put side by side, in the order of the variables. With a matrix among them each derivative stands on its own, and the derivation continues with the first.</source>
        <translation>Ableitungen nach Skalaren und Vektoren werden nebeneinandergestellt, in der Reihenfolge der Variablen. Ist eine Matrix darunter, steht jede für sich, und die Zeile geht mit der ersten weiter.</translation>
    </message>
    <message>
        <source>Derivatives, step by step</source>
        <translation>Ableitungen, Schritt für Schritt</translation>
    </message>
    <message>
        <source>Derive</source>
        <translation>Ableiten</translation>
    </message>
    <message>
        <source>Derive it once without the words one-hot rows Y, and look at what stands before the shares.</source>
        <translation>Leite es einmal ohne die Worte one-hot rows Y ab und sieh nach, was vor den Anteilen steht.</translation>
    </message>
    <message>
        <source>Derive the Jacobian of a normalised vector, and read it as a projection.</source>
        <translation>Die Jacobi-Matrix eines normierten Vektors ableiten und sie als Projektion lesen.</translation>
    </message>
    <message>
        <source>Derive the Jacobian of softmax, which is not diagonal.</source>
        <translation>Die Jacobi-Matrix von Softmax ableiten, die nicht diagonal ist.</translation>
    </message>
    <message>
        <source>Derive the gradient of a network with respect to all of its parameters.</source>
        <translation>Den Gradienten eines Netzes nach allen seinen Parametern ableiten.</translation>
    </message>
    <message>
        <source>Derive the multiplied-out form as well and compare the two last lines.</source>
        <translation>Leite auch die ausmultiplizierte Form ab und vergleiche die beiden letzten Zeilen.</translation>
    </message>
    <message>
        <source>Derive {0}: {1} with respect to {2}</source>
        <translation>{0} ableiten: {1} nach {2}</translation>
    </message>
    <message>
        <source>Deriving by every method …</source>
        <translation>Wird mit jedem Verfahren abgeleitet …</translation>
    </message>
    <message>
        <source>Deriving writes it in the language of the program.</source>
        <translation>Beim Ableiten wird es in der Sprache des Programms geschrieben.</translation>
    </message>
    <message>
        <source>Deriving …</source>
        <translation>Wird abgeleitet …</translation>
    </message>
    <message>
        <source>Determinant of a matrix with two or three rows</source>
        <translation>Determinante einer Matrix mit zwei oder drei Zeilen</translation>
    </message>
    <message>
        <source>Determinant of an inverse or a transpose</source>
        <translation>Determinante einer Inversen oder Transponierten</translation>
    </message>
    <message>
        <source>Determinant, entry by entry</source>
        <translation>Determinante, Eintrag für Eintrag</translation>
    </message>
    <message>
        <source>Determinants and inverses</source>
        <translation>Determinanten und Inverse</translation>
    </message>
    <message>
        <source>Deviation from the mean</source>
        <translation>Abweichung vom Mittelwert</translation>
    </message>
    <message>
        <source>Deviation from the weighted mean of each row</source>
        <translation>Abweichung vom gewichteten Mittel jeder Zeile</translation>
    </message>
    <message>
        <source>Deviations from the mean add up to zero</source>
        <translation>Abweichungen vom Mittelwert haben die Summe null</translation>
    </message>
    <message>
        <source>Diagonal by columns</source>
        <translation>Diagonale aus den Spalten</translation>
    </message>
    <message>
        <source>Diagonal inside a trace</source>
        <translation>Diagonale in einer Spur</translation>
    </message>
    <message>
        <source>Diagonal matrices are added by adding their diagonals.</source>
        <translation>Diagonalmatrizen werden auf ihren Diagonalen addiert.</translation>
    </message>
    <message>
        <source>Diagonal matrix as a factor</source>
        <translation>Diagonalmatrix als Faktor</translation>
    </message>
    <message>
        <source>Diagonal matrix entry by entry</source>
        <translation>Diagonalmatrix Eintrag für Eintrag</translation>
    </message>
    <message>
        <source>Diagonal matrix in a product</source>
        <translation>Diagonalmatrix in einem Produkt</translation>
    </message>
    <message>
        <source>Diagonal of the identity matrix</source>
        <translation>Diagonale der Einheitsmatrix</translation>
    </message>
    <message>
        <source>Diagonal part</source>
        <translation>Diagonalteil</translation>
    </message>
    <message>
        <source>Did you mean \{0}?</source>
        <translation>War \{0} gemeint?</translation>
    </message>
    <message>
        <source>Did you mean the outer product {0}?</source>
        <translation>War das äußere Produkt {0} gemeint?</translation>
    </message>
    <message>
        <source>Did you mean the transpose of one of them: {0}?</source>
        <translation>War die Transponierte von einem gemeint: {0}?</translation>
    </message>
    <message>
        <source>Did you mean {0} {1}?</source>
        <translation>War {0} {1} gemeint?</translation>
    </message>
    <message>
        <source>Did you mean {0}?</source>
        <translation>War {0} gemeint?</translation>
    </message>
    <message>
        <source>Did you mean {0}? </source>
        <translation>War {0} gemeint? </translation>
    </message>
    <message>
        <source>Did you mean {0}? {1}</source>
        <translation>War {0} gemeint? {1}</translation>
    </message>
    <message>
        <source>Difference rule</source>
        <translation>Differenzregel</translation>
    </message>
    <message>
        <source>Differential of a constant</source>
        <translation>Differential einer Konstanten</translation>
    </message>
    <message>
        <source>Differential of a function of entries</source>
        <translation>Differential einer elementweisen Funktion</translation>
    </message>
    <message>
        <source>Differential of a function of matrices</source>
        <translation>Differential einer Funktion von Matrizen</translation>
    </message>
    <message>
        <source>Differential of a list</source>
        <translation>Differential einer Liste</translation>
    </message>
    <message>
        <source>Differential of a power</source>
        <translation>Differential einer Potenz</translation>
    </message>
    <message>
        <source>Differential of a power of a matrix</source>
        <translation>Differential der Potenz einer Matrix</translation>
    </message>
    <message>
        <source>Differential of a product</source>
        <translation>Differential eines Produkts</translation>
    </message>
    <message>
        <source>Differential of a quotient</source>
        <translation>Differential eines Quotienten</translation>
    </message>
    <message>
        <source>Differential of a row or an entry</source>
        <translation>Differential einer Zeile oder eines Eintrags</translation>
    </message>
    <message>
        <source>Differential of a squared length</source>
        <translation>Differential einer quadrierten Länge</translation>
    </message>
    <message>
        <source>Differential of a sum</source>
        <translation>Differential einer Summe</translation>
    </message>
    <message>
        <source>Differential of an abstract function</source>
        <translation>Differential einer abstrakten Funktion</translation>
    </message>
    <message>
        <source>Differential of an exponential</source>
        <translation>Differential einer Exponentialfunktion</translation>
    </message>
    <message>
        <source>Differential of cases</source>
        <translation>Differential einer Fallunterscheidung</translation>
    </message>
    <message>
        <source>Differentials</source>
        <translation>Differentiale</translation>
    </message>
    <message>
        <source>Differentials of functions</source>
        <translation>Differentiale von Funktionen</translation>
    </message>
    <message>
        <source>Differentiate a definition</source>
        <translation>Eine Definition ableiten</translation>
    </message>
    <message>
        <source>Differentiate a gradient once more, and recognise the Hessian.</source>
        <translation>Einen Gradienten noch einmal ableiten und die Hesse-Matrix erkennen.</translation>
    </message>
    <message>
        <source>Differentiate a layer with respect to its weights, its bias and its inputs.</source>
        <translation>Eine Schicht nach ihren Gewichten, ihrem Bias und ihren Eingaben ableiten.</translation>
    </message>
    <message>
        <source>Differentiate a loss with respect to one of its parameters.</source>
        <translation>Einen Verlust nach einem seiner Parameter ableiten.</translation>
    </message>
    <message>
        <source>Differentiate a scalar made of it, such as its sum or its squared length, or one entry at a time.</source>
        <translation>Einen daraus gebildeten Skalar ableiten, zum Beispiel die Summe oder das Quadrat der Länge, oder Eintrag für Eintrag vorgehen.</translation>
    </message>
    <message>
        <source>Differentiate a scalar made of it, such as its sum, or one of its entries.</source>
        <translation>Ableiten lässt sich ein Skalar daraus, etwa die Summe, oder einer der Einträge.</translation>
    </message>
    <message>
        <source>Differentiate attention with respect to queries, keys and values.</source>
        <translation>Attention nach Queries, Keys und Values ableiten.</translation>
    </message>
    <message>
        <source>Differentiate it first and evaluate the result.</source>
        <translation>Zuerst ableiten und dann das Ergebnis auswerten.</translation>
    </message>
    <message>
        <source>Differentiate it with respect to the vector and to the scalar.</source>
        <translation>Ihn nach dem Vektor und nach dem Skalar ableiten.</translation>
    </message>
    <message>
        <source>Differentiate means and variances without writing sums out.</source>
        <translation>Mittelwerte und Varianzen ableiten, ohne Summen auszuschreiben.</translation>
    </message>
    <message>
        <source>Differentiate the affine part of a neuron with respect to its weights and to its bias.</source>
        <translation>Den affinen Teil eines Neurons nach seinen Gewichten und nach seinem Bias ableiten.</translation>
    </message>
    <message>
        <source>Differentiate the likelihood of a Gaussian with respect to its mean and its covariance.</source>
        <translation>Die Likelihood einer Normalverteilung nach Mittelwert und Kovarianz ableiten.</translation>
    </message>
    <message>
        <source>Differentiate the mean squared error of a neuron over all rows of data.</source>
        <translation>Den mittleren quadratischen Fehler eines Neurons über alle Zeilen der Daten ableiten.</translation>
    </message>
    <message>
        <source>Differentiate traces, inverses and determinants without writing entries out.</source>
        <translation>Spuren, Inverse und Determinanten ableiten, ohne Einträge auszuschreiben.</translation>
    </message>
    <message>
        <source>Differentiate with respect to a name such as x or x_1.</source>
        <translation>Nach einem Namen wie x oder x_1 ableiten.</translation>
    </message>
    <message>
        <source>Differentiate with respect to each variable on its own.</source>
        <translation>Nach jeder Variable einzeln ableiten.</translation>
    </message>
    <message>
        <source>Differentiate with respect to one variable while the others stand still.</source>
        <translation>Nach einer Variable ableiten, während die anderen stillstehen.</translation>
    </message>
    <message>
        <source>Differentiate with respect to one variable, such as x or x_1, or to several: (x, y).</source>
        <translation>Nach einer Variable ableiten, etwa x oder x_1, oder nach mehreren: (x, y).</translation>
    </message>
    <message>
        <source>Differentiate with respect to the whole of one variable.</source>
        <translation>Abgeleitet wird nach einer ganzen Variablen.</translation>
    </message>
    <message>
        <source>Differentiate with respect to {0} alone.</source>
        <translation>Leiten Sie nur nach {0} ab.</translation>
    </message>
    <message>
        <source>Differentiate {definition} with respect to {u}</source>
        <translation>{definition} nach {u} ableiten</translation>
    </message>
    <message>
        <source>Differentiate {definition} with respect to {u}, holding everything else in it constant</source>
        <translation>{definition} nach {u} ableiten und alles andere darin festhalten</translation>
    </message>
    <message>
        <source>Differentiate {f} with respect to {x}.</source>
        <translation>{f} nach {x} ableiten.</translation>
    </message>
    <message>
        <source>Differentiates functions of scalars, vectors and matrices one rule at a time, and checks every step.</source>
        <translation>Leitet Funktionen von Skalaren, Vektoren und Matrizen Regel für Regel ab und prüft jeden Schritt.</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discard the unsaved work</source>
        <translation>Die nicht gespeicherte Arbeit verwerfen</translation>
    </message>
    <message>
        <source>Diverges at</source>
        <translation>Divergiert bei</translation>
    </message>
    <message>
        <source>Divide every term by a number</source>
        <translation>Jeden Term durch eine Zahl teilen</translation>
    </message>
    <message>
        <source>Divide inside the brackets</source>
        <translation>In der Klammer dividieren</translation>
    </message>
    <message>
        <source>Divide term by term</source>
        <translation>Term für Term teilen</translation>
    </message>
    <message>
        <source>Dividing by a fraction multiplies by its reciprocal; dividing by one changes nothing.</source>
        <translation>Durch einen Bruch zu teilen heißt, mit seinem Kehrwert zu multiplizieren; durch eins zu teilen ändert nichts.</translation>
    </message>
    <message>
        <source>Dividing by one changes nothing.</source>
        <translation>Durch eins zu teilen ändert nichts.</translation>
    </message>
    <message>
        <source>Division works entry by entry too. With respect to {w} the divisor {x_i} is a constant; with respect to {x} it is the thing that moves, and the quotient {w_i / x_i} falls when {x_i} grows (for positive entries). Watch for the sign.</source>
        <translation>Auch die Division arbeitet elementweise. Nach {w} ist der Divisor {x_i} eine Konstante; nach {x} ist er das, was sich bewegt, und der Quotient {w_i / x_i} fällt, wenn {x_i} wächst (bei positiven Einträgen). Achte auf das Vorzeichen.</translation>
    </message>
    <message>
        <source>Do not print</source>
        <translation>Nicht drucken</translation>
    </message>
    <message>
        <source>Do not trust the derivation, and report it.</source>
        <translation>Der Ableitung nicht trauen und sie melden.</translation>
    </message>
    <message>
        <source>Does not apply: {0}</source>
        <translation>Nicht anwendbar: {0}</translation>
    </message>
    <message>
        <source>Dollars</source>
        <translation>Dollarzeichen</translation>
    </message>
    <message>
        <source>Done: {0} of {1} right at the first try, {2}, {3}.</source>
        <translation>Geschafft: {0} von {1} beim ersten Versuch richtig, {2}, {3}.</translation>
    </message>
    <message>
        <source>Dot product</source>
        <translation>Skalarprodukt</translation>
    </message>
    <message>
        <source>Dot product as a row times a column</source>
        <translation>Skalarprodukt als Zeile mal Spalte</translation>
    </message>
    <message>
        <source>Dot product as a sum</source>
        <translation>Skalarprodukt als Summe</translation>
    </message>
    <message>
        <source>Dot product of two products</source>
        <translation>Skalarprodukt zweier Produkte</translation>
    </message>
    <message>
        <source>Dot product with a fraction</source>
        <translation>Skalarprodukt mit einem Bruch</translation>
    </message>
    <message>
        <source>Dot product with a projection</source>
        <translation>Skalarprodukt mit einer Projektion</translation>
    </message>
    <message>
        <source>Dot product, block by block</source>
        <translation>Skalarprodukt, Block für Block</translation>
    </message>
    <message>
        <source>Dot products</source>
        <translation>Skalarprodukte</translation>
    </message>
    <message>
        <source>Dot products and lengths</source>
        <translation>Skalarprodukte und Längen</translation>
    </message>
    <message>
        <source>Double negative</source>
        <translation>Doppeltes Minuszeichen</translation>
    </message>
    <message>
        <source>Draw a dot for {x} and for each name, and an arrow wherever one is used in another. Then count the paths along the arrows.</source>
        <translation>Zeichne einen Punkt für {x} und für jeden Namen und einen Pfeil, wo immer einer in einem anderen benutzt wird. Dann zähle die Wege entlang der Pfeile.</translation>
    </message>
    <message>
        <source>Drawn with {sizes}. </source>
        <translation>Gezeichnet mit {sizes}. </translation>
    </message>
    <message>
        <source>Dropout changes nothing once the network is trained.</source>
        <translation>Dropout ändert nichts mehr, wenn das Netz trainiert ist.</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Each definition is differentiated on its own.</source>
        <translation>Jede Definition wird für sich abgeleitet.</translation>
    </message>
    <message>
        <source>Each diagonal entry asks how {w_i - x_i} reacts to {x_i}.</source>
        <translation>Jeder Diagonaleintrag fragt, wie {w_i - x_i} auf {x_i} reagiert.</translation>
    </message>
    <message>
        <source>Each e^(x_i + c) is e^c e^(x_i), and so is their sum: e^c cancels.</source>
        <translation>Jedes e^(x_i + c) ist e^c e^(x_i), und ebenso ihre Summe: e^c kürzt sich.</translation>
    </message>
    <message>
        <source>Each entry depends on its own entry only</source>
        <translation>Jeder Eintrag hängt nur vom eigenen Eintrag ab</translation>
    </message>
    <message>
        <source>Each entry is divided by the sum of all of them.</source>
        <translation>Jeder Eintrag wird durch die Summe aller Einträge geteilt.</translation>
    </message>
    <message>
        <source>Each entry of d{0} stands in many blocks of a Kronecker product: no product of matrices before d{0} says what all of them add up to.</source>
        <translation>Jeder Eintrag von d{0} steht in vielen Blöcken eines Kronecker-Produkts: kein Matrizenprodukt vor d{0} sagt, was sie zusammen ergeben.</translation>
    </message>
    <message>
        <source>Each entry of softmax is a share of the whole.</source>
        <translation>Jeder Eintrag von softmax ist ein Anteil am Ganzen.</translation>
    </message>
    <message>
        <source>Each entry of the list is differentiated on its own, with what its names stand for.</source>
        <translation>Jeder Eintrag der Liste wird für sich abgeleitet, mit dem, was seine Namen bedeuten.</translation>
    </message>
    <message>
        <source>Each entry of the matrix occurs in one term of the sum; the derivative with respect to it is the product of the other factors of that term.</source>
        <translation>Jeder Eintrag der Matrix kommt in einem Term der Summe vor; die Ableitung danach ist das Produkt der übrigen Faktoren dieses Terms.</translation>
    </message>
    <message>
        <source>Each entry of {product} is a row of {left} times a column of {right}.</source>
        <translation>Jeder Eintrag von {product} ist eine Zeile von {left} mal eine Spalte von {right}.</translation>
    </message>
    <message>
        <source>Each entry of {product} is a row of {left} times a column of {right}; a factor 0 means that nothing is passed on along that path.</source>
        <translation>Jeder Eintrag von {product} ist eine Zeile von {left} mal eine Spalte von {right}; ein Faktor 0 sagt, dass auf diesem Weg nichts weitergegeben wird.</translation>
    </message>
    <message>
        <source>Each factor is differentiated in turn while the other one stands still.</source>
        <translation>Jeder Faktor wird der Reihe nach abgeleitet, während der andere stillsteht.</translation>
    </message>
    <message>
        <source>Each factor is differentiated in turn, and the others stay: together that is the product itself times the sum of what each factor changes by, as a share of the factor.</source>
        <translation>Ein Faktor nach dem anderen wird abgeleitet, und die anderen bleiben stehen: Zusammen ist das das Produkt selbst mal die Summe dessen, worum sich jeder Faktor im Verhältnis zu sich selbst ändert.</translation>
    </message>
    <message>
        <source>Each negative factor changes the sign of the whole; an even number of them leaves it as it was.</source>
        <translation>Jeder negative Faktor dreht das Vorzeichen des Ganzen um; eine gerade Anzahl davon lässt es, wie es war.</translation>
    </message>
    <message>
        <source>Each of the {n} entries of the gradient is differentiated with respect to each of the {n} weights.</source>
        <translation>Jeder der {n} Einträge des Gradienten wird nach jedem der {n} Gewichte abgeleitet.</translation>
    </message>
    <message>
        <source>Each row has {n+1} entries. The product with the longer input gives one number for each neuron.</source>
        <translation>Jede Zeile hat {n+1} Einträge. Das Produkt mit der längeren Eingabe ergibt für jedes Neuron eine Zahl.</translation>
    </message>
    <message>
        <source>Each row is 1 in one place and 0 elsewhere: the numbers before them stand in these places of {whole}.</source>
        <translation>Jede Zeile ist an einer Stelle 1 und sonst 0: Die Zahlen davor stehen an diesen Stellen von {whole}.</translation>
    </message>
    <message>
        <source>Each term above the bar is divided by {h} on its own: then something cancels.</source>
        <translation>Jeder Term über dem Bruchstrich wird für sich durch {h} geteilt: Dann kürzt sich etwas.</translation>
    </message>
    <message>
        <source>Earlier pro&amp;blems</source>
        <translation>&amp;Frühere Aufgaben</translation>
    </message>
    <message>
        <source>Earlier problems</source>
        <translation>Frühere Aufgaben</translation>
    </message>
    <message>
        <source>Eigenvalues and singular values are not derived; tr(X) is the sum of the eigenvalues, and det(X) their product.</source>
        <translation>Eigenwerte und Singulärwerte werden nicht abgeleitet; tr(X) ist die Summe der Eigenwerte und det(X) ihr Produkt.</translation>
    </message>
    <message>
        <source>Eigenvalues of {0}</source>
        <translation>Eigenwerte von {0}</translation>
    </message>
    <message>
        <source>Eigenvalues: {values}.</source>
        <translation>Eigenwerte: {values}.</translation>
    </message>
    <message>
        <source>Either {u} is larger or {v} is: one of the two terms counts, and the other one is zero.</source>
        <translation>Entweder ist {u} größer oder {v}: einer der beiden Summanden zählt, der andere ist null.</translation>
    </message>
    <message>
        <source>Element by element</source>
        <translation>Eintrag für Eintrag</translation>
    </message>
    <message>
        <source>Element-wise diagonal condition</source>
        <translation>Elementweise Diagonalbedingung</translation>
    </message>
    <message>
        <source>Element-wise function</source>
        <translation>Elementweise Funktion</translation>
    </message>
    <message>
        <source>Element-wise operations</source>
        <translation>Elementweise Operationen</translation>
    </message>
    <message>
        <source>Element-wise operations do not look at neighbours, so a cut through the vector is a cut through the operation.</source>
        <translation>Elementweise Operationen sehen nicht auf Nachbarn, also ist ein Schnitt durch den Vektor ein Schnitt durch die Operation.</translation>
    </message>
    <message>
        <source>Element-wise power</source>
        <translation>Elementweise Potenz</translation>
    </message>
    <message>
        <source>Element-wise product</source>
        <translation>Elementweises Produkt</translation>
    </message>
    <message>
        <source>Element-wise product beside a row</source>
        <translation>Elementweises Produkt neben einer Zeile</translation>
    </message>
    <message>
        <source>Element-wise product inside a trace</source>
        <translation>Elementweises Produkt in einer Spur</translation>
    </message>
    <message>
        <source>Element-wise product of transposes</source>
        <translation>Elementweises Produkt von Transponierten</translation>
    </message>
    <message>
        <source>Element-wise products and quotients are written with one ⊘, and what stands on both sides of it cancels.</source>
        <translation>Elementweise Produkte und Quotienten werden mit einem einzigen ⊘ geschrieben, und was auf beiden Seiten steht, kürzt sich.</translation>
    </message>
    <message>
        <source>Element-wise quotient</source>
        <translation>Elementweiser Quotient</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Elementwise</source>
        <translation>Elementweise</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>End it with \end{{{0}}}.</source>
        <translation>Mit \end{{{0}}} beenden.</translation>
    </message>
    <message>
        <source>End it with return and the value.</source>
        <translation>Beenden Sie sie mit return und dem Wert.</translation>
    </message>
    <message>
        <source>End of the lesson</source>
        <translation>Ende der Lektion</translation>
    </message>
    <message>
        <source>End of the sweep</source>
        <translation>Ende des Durchlaufs</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Entries are counted from 1 and written as subscripts: {0}_1, {0}_i. For a product write a sign.</source>
        <translation>Einträge werden ab 1 gezählt und tiefgestellt geschrieben: {0}_1, {0}_i. Für ein Produkt ein Zeichen schreiben.</translation>
    </message>
    <message>
        <source>Entries are counted from 1 here, so x[0] is x_1.</source>
        <translation>Einträge werden hier ab 1 gezählt, x[0] ist also x_1.</translation>
    </message>
    <message>
        <source>Entries are counted from 1 here: {0}_1 is what the text calls {0}_0.</source>
        <translation>Einträge werden hier ab 1 gezählt: {0}_1 ist, was im Text {0}_0 heißt.</translation>
    </message>
    <message>
        <source>Entries such as x[0] or W[i, j] are read. Slices are of vectors, such as x[1:].</source>
        <translation>Einträge wie x[0] oder W[i, j] werden gelesen. Ausschnitte sind von Vektoren, etwa x[1:].</translation>
    </message>
    <message>
        <source>Entries that are multiplied and added up over an index that both have are a product of matrices: {whole}.</source>
        <translation>Einträge, die multipliziert und über einen gemeinsamen Index addiert werden, sind ein Matrizenprodukt: {whole}.</translation>
    </message>
    <message>
        <source>Entries that move together</source>
        <translation>Einträge, die sich gemeinsam ändern</translation>
    </message>
    <message>
        <source>Entries with respect to entries of a matrix have more than two indices, and no table has so many directions: columns are written below each other. The differential of {f} gives all of them at once.</source>
        <translation>Einträge nach Einträgen einer Matrix haben mehr als zwei Indizes, und so viele Richtungen hat keine Tabelle: Die Spalten werden untereinander geschrieben. Das Differential von {f} liefert alle auf einmal.</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Entry (i, j) of the product is the sum of A_ik F_kl B_lj over k and l: each entry of F is multiplied by an entry of A and one of B.</source>
        <translation>Eintrag (i, j) des Produkts ist die Summe von A_ik F_kl B_lj über k und l: Jeder Eintrag von F wird mit einem Eintrag von A und einem von B multipliziert.</translation>
    </message>
    <message>
        <source>Entry (j, j) of A&apos; F is column j of A times column j of F; the trace adds these.</source>
        <translation>Eintrag (j, j) von A&apos; F ist Spalte j von A mal Spalte j von F; die Spur summiert diese.</translation>
    </message>
    <message>
        <source>Entry by entry</source>
        <translation>Eintrag für Eintrag</translation>
    </message>
    <message>
        <source>Entry by entry is block by block</source>
        <translation>Elementweise heißt blockweise</translation>
    </message>
    <message>
        <source>Entry by entry numbers are multiplied, so the factors may change places; a dot product adds these products up.</source>
        <translation>Eintrag für Eintrag werden Zahlen multipliziert, also dürfen die Faktoren die Plätze tauschen; ein Skalarprodukt addiert diese Produkte.</translation>
    </message>
    <message>
        <source>Entry by entry numbers are multiplied: brackets are not needed, and what stands there twice is squared.</source>
        <translation>Eintrag für Eintrag werden Zahlen multipliziert: Klammern sind nicht nötig, und was zweimal dasteht, wird quadriert.</translation>
    </message>
    <message>
        <source>Entry by entry was confused with the product of matrices</source>
        <translation>Eintrag für Eintrag wurde mit dem Matrixprodukt verwechselt</translation>
    </message>
    <message>
        <source>Entry by entry, because a sum goes through the rows of the matrix.</source>
        <translation>Eintrag für Eintrag, weil eine Summe durch die Zeilen der Matrix geht.</translation>
    </message>
    <message>
        <source>Entry by entry, because an entry with free indices was asked for.</source>
        <translation>Eintrag für Eintrag, weil nach einem Eintrag mit freien Indizes gefragt ist.</translation>
    </message>
    <message>
        <source>Entry by entry, because every entry is differentiated in the same way.</source>
        <translation>Eintrag für Eintrag, weil jeder Eintrag auf dieselbe Weise abgeleitet wird.</translation>
    </message>
    <message>
        <source>Entry by entry, because nothing is known of the operator but that it works on entries.</source>
        <translation>Eintrag für Eintrag, weil von der Verknüpfung sonst nichts bekannt ist.</translation>
    </message>
    <message>
        <source>Entry by entry, because single entries of the vector are used.</source>
        <translation>Eintrag für Eintrag, weil einzelne Einträge des Vektors vorkommen.</translation>
    </message>
    <message>
        <source>Entry by entry, because the other methods do not come to an end here.</source>
        <translation>Eintrag für Eintrag, weil die anderen Verfahren hier nicht zum Ziel kommen.</translation>
    </message>
    <message>
        <source>Entry by entry, because the variable is one entry of what is used as a whole.</source>
        <translation>Eintrag für Eintrag, weil die Variable ein Eintrag von etwas ist, das als Ganzes vorkommt.</translation>
    </message>
    <message>
        <source>Entry by entry, {f} has a sum over each place between two factors, and {X} is a factor {count} times: sums inside of sums, which nobody can read. The differential keeps the product as it is.</source>
        <translation>Eintrag für Eintrag hat {f} eine Summe über jede Stelle zwischen zwei Faktoren, und {X} ist {count}-mal Faktor: Summen in Summen, die niemand lesen kann. Das Differential lässt das Produkt, wie es ist.</translation>
    </message>
    <message>
        <source>Entry by entry, {v} has the entry {entry}.</source>
        <translation>Eintrag für Eintrag hat {v} den Eintrag {entry}.</translation>
    </message>
    <message>
        <source>Entry i of an element-wise operation is that operation applied to the entries i; a scalar is expanded, so every entry of it is the scalar; an entry of a matrix product is a sum of products.</source>
        <translation>Der Eintrag i einer elementweisen Operation ist diese Operation auf den Einträgen i; ein Skalar wird erweitert, also ist jeder Eintrag davon der Skalar; ein Eintrag eines Matrixprodukts ist eine Summe von Produkten.</translation>
    </message>
    <message>
        <source>Entry i of the diagonal of {product} is the sum of row i of {entries}.</source>
        <translation>Eintrag i der Diagonale von {product} ist die Summe von Zeile i von {entries}.</translation>
    </message>
    <message>
        <source>Entry i of {B} meets entry i of {A}: it may multiply that one instead.</source>
        <translation>Eintrag i von {B} trifft auf Eintrag i von {A}: Er darf stattdessen diesen multiplizieren.</translation>
    </message>
    <message>
        <source>Entry i of {x} changes with entry j of {x} only for i = j, and then exactly as fast: the Jacobian is {identity}.</source>
        <translation>Eintrag i von {x} ändert sich mit Eintrag j von {x} nur für i = j, und dann genau so schnell: Die Jacobi-Matrix ist {identity}.</translation>
    </message>
    <message>
        <source>Entry i, j of {B} meets entry j, i of {A}: it may multiply that one instead.</source>
        <translation>Eintrag i, j von {B} trifft auf Eintrag j, i von {A}: Er darf stattdessen diesen multiplizieren.</translation>
    </message>
    <message>
        <source>Entry i, j of {W} is multiplied by entry i of {a} and by entry j of what {W} acts on; in numerator layout the product of these two stands in row j, column i.</source>
        <translation>Eintrag i, j von {W} wird mit Eintrag i von {a} und Eintrag j von dem multipliziert, worauf {W} wirkt; im Zählerlayout steht das Produkt der beiden in Zeile j, Spalte i.</translation>
    </message>
    <message>
        <source>Entry j of the sum is row j of one matrix times column j of the other: entry j, j of {whole}.</source>
        <translation>Eintrag j der Summe ist Zeile j der einen Matrix mal Spalte j der anderen: Eintrag j, j von {whole}.</translation>
    </message>
    <message>
        <source>Entry of a sum</source>
        <translation>Eintrag einer Summe</translation>
    </message>
    <message>
        <source>Entry of an element-wise function</source>
        <translation>Eintrag einer elementweisen Funktion</translation>
    </message>
    <message>
        <source>Entry of an inverse</source>
        <translation>Eintrag einer Inversen</translation>
    </message>
    <message>
        <source>Entry {i} of the function does not depend on entry {j} of the variable when {j} ≠ {i}: off the diagonal the Jacobian is zero, on it stands {entry}.</source>
        <translation>Eintrag {i} der Funktion hängt für {j} ≠ {i} nicht von Eintrag {j} der Variable ab: Neben der Diagonale ist die Jacobi-Matrix null, auf ihr steht {entry}.</translation>
    </message>
    <message>
        <source>Entry {i} of the value looks at entry {i} of {w} alone, so everything beside the diagonal is zero.</source>
        <translation>Eintrag {i} des Werts sieht allein auf Eintrag {i} von {w}, also ist alles neben der Diagonale null.</translation>
    </message>
    <message>
        <source>Entry {i} of {f} does not depend on {other} when {j} ≠ {i}: off the diagonal the Jacobian is zero, on it stands {entry}.</source>
        <translation>Eintrag {i} von {f} hängt für {j} ≠ {i} nicht von {other} ab: Neben der Diagonale ist die Jacobi-Matrix null, auf ihr steht {entry}.</translation>
    </message>
    <message>
        <source>Entrywise</source>
        <translation>Eintrag für Eintrag</translation>
    </message>
    <message>
        <source>Equal arguments</source>
        <translation>Gleiche Argumente</translation>
    </message>
    <message>
        <source>Equal cases</source>
        <translation>Gleiche Fälle</translation>
    </message>
    <message>
        <source>Equal factors as a power</source>
        <translation>Gleiche Faktoren als Potenz</translation>
    </message>
    <message>
        <source>Equal factors side by side are a power.</source>
        <translation>Gleiche Faktoren nebeneinander sind eine Potenz.</translation>
    </message>
    <message>
        <source>Equal matrices side by side are a power of {W}: the exponents add up to {n}.</source>
        <translation>Gleiche Matrizen nebeneinander sind eine Potenz von {W}: die Exponenten ergeben zusammen {n}.</translation>
    </message>
    <message>
        <source>Equal matrices side by side are a power: {W} stands {n} times.</source>
        <translation>Gleiche Matrizen nebeneinander sind eine Potenz: {W} steht {n}-mal.</translation>
    </message>
    <message>
        <source>Equal terms of a sum</source>
        <translation>Gleiche Summanden einer Summe</translation>
    </message>
    <message>
        <source>Equals may replace equals: each derivative that the chain rule multiplies gives way to what was found for it.</source>
        <translation>Gleiches darf Gleiches ersetzen: Jede Ableitung, die die Kettenregel multipliziert, weicht dem, was für sie gefunden wurde.</translation>
    </message>
    <message>
        <source>Equals may replace equals: in the end each name gives way to what it stands for, so that only the variables of the problem are left.</source>
        <translation>Gleiches darf Gleiches ersetzen: Am Ende weicht jeder Name dem, wofür er steht, sodass nur die Variablen der Aufgabe übrig bleiben.</translation>
    </message>
    <message>
        <source>Errors by the number of uses: {0}</source>
        <translation>Fehler nach der Zahl der Anwendungen: {0}</translation>
    </message>
    <message>
        <source>Even operations with corners fit the pattern. Entry {i} of {max(w, x)} is the larger of {w_i} and {x_i}. As long as {w_i} is the larger one, the value follows {w_i} and ignores {x_i}; otherwise it is the other way round. The rate changes abruptly where the two are equal, and exactly there no derivative exists. The steps carry that as an assumption.</source>
        <translation>Auch Operationen mit Knicken passen in das Muster. Eintrag {i} von {max(w, x)} ist der größere der beiden Werte {w_i} und {x_i}. Solange {w_i} der größere ist, folgt der Wert {w_i} und beachtet {x_i} nicht; sonst ist es umgekehrt. Wo beide gleich sind, ändert sich die Rate sprunghaft, und genau dort gibt es keine Ableitung. Die Schritte führen das als Annahme mit.</translation>
    </message>
    <message>
        <source>Every entry changes on its own.</source>
        <translation>Jeder Eintrag ändert sich für sich.</translation>
    </message>
    <message>
        <source>Every entry counts once in the sum, so the Jacobian of the sum is a row of ones.</source>
        <translation>Jeder Eintrag zählt in der Summe einmal, also ist die Jacobi-Matrix der Summe eine Zeile von Einsen.</translation>
    </message>
    <message>
        <source>Every entry has a minus sign: it is written once, in front of the sum.</source>
        <translation>Jeder Eintrag hat ein Minuszeichen: Es steht einmal vor der Summe.</translation>
    </message>
    <message>
        <source>Every entry has the factor {z}: it is written once, in front of the sum.</source>
        <translation>Jeder Eintrag hat den Faktor {z}: Er steht einmal vor der Summe.</translation>
    </message>
    <message>
        <source>Every entry is divided by {z}: it is written once, as the denominator of the whole.</source>
        <translation>Jeder Eintrag wird durch {z} geteilt: Es steht einmal, unter dem Ganzen.</translation>
    </message>
    <message>
        <source>Every entry is {f}, so every row of the Jacobian is the derivative of {f}.</source>
        <translation>Jeder Eintrag ist {f}, also ist jede Zeile der Jacobi-Matrix die Ableitung von {f}.</translation>
    </message>
    <message>
        <source>Every entry of A meets one of B, in the transposed place: the trace adds up the same products.</source>
        <translation>Jeder Eintrag von A trifft einen von B an der transponierten Stelle: die Spur addiert dieselben Produkte.</translation>
    </message>
    <message>
        <source>Every entry of {A} meets every entry of {F} in {pairs}, column by column; what stands before it brings the entries where they stand in {whole}.</source>
        <translation>Jeder Eintrag von {A} trifft in {pairs} auf jeden Eintrag von {F}, Spalte für Spalte; was davor steht, bringt die Einträge an ihre Plätze in {whole}.</translation>
    </message>
    <message>
        <source>Every entry of {A} multiplies every entry of {B}: the sum of all products is the product of the sums.</source>
        <translation>Jeder Eintrag von {A} wird mit jedem Eintrag von {B} multipliziert: Die Summe aller Produkte ist das Produkt der Summen.</translation>
    </message>
    <message>
        <source>Every entry of {F} is multiplied by one entry of {A}: by a diagonal matrix.</source>
        <translation>Jeder Eintrag von {F} wird mit einem Eintrag von {A} multipliziert: mit einer Diagonalmatrix.</translation>
    </message>
    <message>
        <source>Every entry of {a} multiplies the whole of {d}: that is a matrix times it.</source>
        <translation>Jeder Eintrag von {a} multipliziert {d} als Ganzes: Das ist eine Matrix mal diesem Ausdruck.</translation>
    </message>
    <message>
        <source>Every entry on the diagonal of the identity matrix is 1.</source>
        <translation>Jeder Eintrag auf der Diagonale der Einheitsmatrix ist 1.</translation>
    </message>
    <message>
        <source>Every factor that depends on {X} changes in turn, the others are held; the order of the factors stays.</source>
        <translation>Jeder Faktor, der von {X} abhängt, ändert sich der Reihe nach, die anderen werden festgehalten; die Reihenfolge der Faktoren bleibt.</translation>
    </message>
    <message>
        <source>Every further step multiplies by the slope of the activation, which is never more than 1, and by the weight of the state. Take the weight 0.9 and let the first state be the variable. After three steps the slope at zero is 0.9 to the power of three, about 0.73; after thirty it would be 0.04, and away from zero it is smaller still.</source>
        <translation>Jeder weitere Schritt multipliziert mit der Steigung der Aktivierung, die nie größer als 1 ist, und mit dem Gewicht des Zustands. Nimm das Gewicht 0,9 und lass den ersten Zustand die Variable sein. Nach drei Schritten ist die Steigung bei null 0,9 hoch drei, etwa 0,73; nach dreißig wäre sie 0,04, und fern von null ist sie noch kleiner.</translation>
    </message>
    <message>
        <source>Every method ends in the derivative {d}, or says why not.</source>
        <translation>Jedes Verfahren endet mit der Ableitung {d} oder sagt, warum nicht.</translation>
    </message>
    <message>
        <source>Every operation that is not linear gets a name, and so does what stands between two of them. Worked out from the first to the last, these are the values that a network keeps: the backward pass needs them.</source>
        <translation>Jede nichtlineare Operation bekommt einen Namen, ebenso was zwischen zweien steht. Von der ersten zur letzten ausgerechnet sind das die Werte, die ein Netz behält: Der Rückwärtsdurchlauf braucht sie.</translation>
    </message>
    <message>
        <source>Every path from the weight to the last state is one contribution; the longer the path, the more factors it has.</source>
        <translation>Jeder Weg vom Gewicht zum letzten Zustand ist ein Beitrag; je länger der Weg, desto mehr Faktoren hat er.</translation>
    </message>
    <message>
        <source>Every path from {x} to {y} contributes: add them.</source>
        <translation>Jeder Weg von {x} nach {y} trägt bei: alle addieren.</translation>
    </message>
    <message>
        <source>Every product of entries, one from each row and column, with the sign of the order that they stand in.</source>
        <translation>Jedes Produkt aus Einträgen, je einem aus jeder Zeile und Spalte, mit dem Vorzeichen ihrer Reihenfolge.</translation>
    </message>
    <message>
        <source>Every row of {0} is multiplied by {1} entry by entry.</source>
        <translation>Jede Zeile von {0} wird Eintrag für Eintrag mit {1} multipliziert.</translation>
    </message>
    <message>
        <source>Every rule</source>
        <translation>Jede Regel</translation>
    </message>
    <message>
        <source>Every step leaves its contour line at a right angle, because that is the direction in which the loss falls fastest. It is not the direction of the goal, so the path bends.</source>
        <translation>Jeder Schritt verlässt seine Höhenlinie im rechten Winkel, denn das ist die Richtung, in der der Verlust am schnellsten fällt. Es ist nicht die Richtung zum Ziel, also macht der Weg einen Bogen.</translation>
    </message>
    <message>
        <source>Every step lowered the loss: it fell {0} in {1}.</source>
        <translation>Jeder Schritt hat den Verlust verringert: Er fiel {0} in {1}.</translation>
    </message>
    <message>
        <source>Every step of a derivation is one of these {0} rules. Ctrl+F finds one by its name.</source>
        <translation>Jeder Schritt einer Ableitung ist eine dieser {0} Regeln. Strg+F findet eine nach ihrem Namen.</translation>
    </message>
    <message>
        <source>Every term above the bar is divided by {a}, and so is what stands below it.</source>
        <translation>Jeder Term über dem Bruchstrich wird durch {a} geteilt, und ebenso, was darunter steht.</translation>
    </message>
    <message>
        <source>Every term has the factor {c}: it is written once, before the bracket.</source>
        <translation>Jeder Summand hat den Faktor {c}: Er steht einmal, vor der Klammer.</translation>
    </message>
    <message>
        <source>Every term has the factor {f}: it is written once, before the bracket.</source>
        <translation>Jeder Summand hat den Faktor {f}: Er steht einmal vor der Klammer.</translation>
    </message>
    <message>
        <source>Every term has the same scalar factor: it is written once, before the bracket.</source>
        <translation>Vor jedem Summanden steht derselbe Skalar: Er steht einmal vor der Klammer.</translation>
    </message>
    <message>
        <source>Every term in the bracket has a minus sign: it is written once, before the product.</source>
        <translation>Jeder Summand in der Klammer hat ein Minuszeichen: Es wird einmal vor das Produkt geschrieben.</translation>
    </message>
    <message>
        <source>Every term in the bracket has the factor {c}: it joins the factors before the bracket.</source>
        <translation>Jeder Summand in der Klammer hat den Faktor {c}: Er kommt zu den Faktoren vor der Klammer.</translation>
    </message>
    <message>
        <source>Every term is divided by {w} entry by entry: this is written once.</source>
        <translation>Jeder Summand wird Eintrag für Eintrag durch {w} geteilt: Es steht einmal.</translation>
    </message>
    <message>
        <source>Every term is divided by {z}: it is written once, as a common denominator.</source>
        <translation>Jeder Summand wird durch {z} geteilt: Es steht einmal, unter dem Ganzen.</translation>
    </message>
    <message>
        <source>Every term of the numerator has a minus sign: it is written once, before the fraction.</source>
        <translation>Jeder Summand über dem Bruchstrich hat ein Minuszeichen: Es steht einmal, vor dem Bruch.</translation>
    </message>
    <message>
        <source>Every term of the sum has the factor {c}, whatever {i} is: it moves in front of the sum.</source>
        <translation>Jeder Term der Summe hat den Faktor {c}, was auch immer {i} ist: Er rückt vor die Summe.</translation>
    </message>
    <message>
        <source>Every term of the sum over {i} has a minus sign: it is written once, in front.</source>
        <translation>Jeder Summand der Summe über {i} hat ein Minuszeichen: Es steht einmal ganz vorn.</translation>
    </message>
    <message>
        <source>Every term of the sum over {i} has the factor {c}, whatever {i} is: it is written once, in front.</source>
        <translation>Jeder Summand der Summe über {i} hat den Faktor {c}, was auch immer {i} ist: Er steht einmal ganz vorn.</translation>
    </message>
    <message>
        <source>Every value receives the adjoints of the queries that looked at it, each with its share.</source>
        <translation>Jeder Value bekommt die Adjungierten der Queries, die ihn angesehen haben, jede mit ihrem Anteil.</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Example of the rule</source>
        <translation>Beispiel der Regel</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Exists where</source>
        <translation>Existiert, wo</translation>
    </message>
    <message>
        <source>Expanded scalar</source>
        <translation>Erweiterter Skalar</translation>
    </message>
    <message>
        <source>Expanded scalars in products</source>
        <translation>Erweiterte Skalare in Produkten</translation>
    </message>
    <message>
        <source>Expanding</source>
        <translation>Ausmultiplizieren</translation>
    </message>
    <message>
        <source>Explainer</source>
        <translation>Explainer</translation>
    </message>
    <message>
        <source>Explainer {0}</source>
        <translation>Explainer {0}</translation>
    </message>
    <message>
        <source>Exponential rule</source>
        <translation>Exponentialregel</translation>
    </message>
    <message>
        <source>Exponentials</source>
        <translation>Exponentialfunktionen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>F and G depend on X</source>
        <translation>F und G hängen von X ab</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Factor into a bracket with fractions of it</source>
        <translation>Faktor in eine Klammer mit Brüchen von ihm</translation>
    </message>
    <message>
        <source>Factor numbers out of a sum of vectors and scalars</source>
        <translation>Zahlen aus einer Summe von Vektoren und Skalaren herausziehen</translation>
    </message>
    <message>
        <source>Factor out a common divisor</source>
        <translation>Gemeinsamen Nenner herausziehen</translation>
    </message>
    <message>
        <source>Factor out a common factor</source>
        <translation>Gemeinsamen Faktor ausklammern</translation>
    </message>
    <message>
        <source>Factor scalars out of a sum of vectors</source>
        <translation>Skalare aus einer Summe von Vektoren</translation>
    </message>
    <message>
        <source>Factors may be swapped: numbers first, then letters, then functions.</source>
        <translation>Faktoren dürfen vertauscht werden: zuerst Zahlen, dann Buchstaben, dann Funktionen.</translation>
    </message>
    <message>
        <source>Factors that are one are left out of a product.</source>
        <translation>Faktoren, die eins sind, werden in einem Produkt weggelassen.</translation>
    </message>
    <message>
        <source>Factors without the index come out of the sum</source>
        <translation>Faktoren ohne den Index vor die Summe ziehen</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Fi&amp;gures of this line: one after the other, the board again</source>
        <translation>Abbil&amp;dungen zu dieser Zeile: eine nach der anderen, wieder die Tafel</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Abbildungen</translation>
    </message>
    <message>
        <source>Figures that suit it: {0}.</source>
        <translation>Dazu passt: {0}.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Fill in every entry.</source>
        <translation>Jeden Eintrag ausfüllen.</translation>
    </message>
    <message>
        <source>Fill in what is missing.</source>
        <translation>Ergänzen, was fehlt.</translation>
    </message>
    <message>
        <source>Fill the &amp;gap</source>
        <translation>&amp;Lücke füllen</translation>
    </message>
    <message>
        <source>Find a rule or a lesson</source>
        <translation>Regel oder Lektion finden</translation>
    </message>
    <message>
        <source>Find a rule, a lesson, a problem or a function</source>
        <translation>Regel, Lektion, Aufgabe oder Funktion finden</translation>
    </message>
    <message>
        <source>Find an earlier problem by its words</source>
        <translation>Eine frühere Aufgabe an ihren Wörtern finden</translation>
    </message>
    <message>
        <source>Find every path from the variable to the value.</source>
        <translation>Jeden Weg von der Variable zum Wert finden.</translation>
    </message>
    <message>
        <source>Find the estimates that make both derivatives vanish.</source>
        <translation>Die Schätzwerte finden, bei denen beide Ableitungen verschwinden.</translation>
    </message>
    <message>
        <source>First a question</source>
        <translation>Zuerst eine Frage</translation>
    </message>
    <message>
        <source>First and zeroth power</source>
        <translation>Erste und nullte Potenz</translation>
    </message>
    <message>
        <source>First the differential goes inwards, then the factors turn until {differential(X)} is the last of them.</source>
        <translation>Erst geht das Differential nach innen, dann drehen sich die Faktoren, bis {differential(X)} der letzte ist.</translation>
    </message>
    <message>
        <source>Fold the column</source>
        <translation>Die Spalte zusammenfassen</translation>
    </message>
    <message>
        <source>Fold the definition back</source>
        <translation>Die Definition zurückfalten</translation>
    </message>
    <message>
        <source>Fold the diagonal</source>
        <translation>Die Diagonale zusammenfassen</translation>
    </message>
    <message>
        <source>Fold the grid</source>
        <translation>Das Raster zusammenfassen</translation>
    </message>
    <message>
        <source>Fold the row</source>
        <translation>Die Zeile zusammenfassen</translation>
    </message>
    <message>
        <source>Fold the sum</source>
        <translation>Die Summe zusammenfassen</translation>
    </message>
    <message>
        <source>Fold the sum of rows</source>
        <translation>Summe von Zeilen zusammenfassen</translation>
    </message>
    <message>
        <source>Folding</source>
        <translation>Zusammenfassen</translation>
    </message>
    <message>
        <source>Follow the sizes: the derivative has a row for each column of {X}, so that it can stand before {differential(X)} with a square product.</source>
        <translation>Verfolge die Größen: Die Ableitung hat eine Zeile für jede Spalte von {X}; so kann sie vor {differential(X)} stehen, und das Produkt ist quadratisch.</translation>
    </message>
    <message>
        <source>For a power, the exponent comes down as a factor and the power that stays behind is one lower. You can see why for a square: a square of side {x} grows along two of its edges, and each edge has length {x}. A cube grows over three of its faces.</source>
        <translation>Bei einer Potenz kommt der Exponent als Faktor herunter, und die verbleibende Potenz ist um eins kleiner. An einem Quadrat sieht man, warum: Ein Quadrat der Seite {x} wächst an zwei seiner Kanten, und jede Kante hat die Länge {x}. Ein Würfel wächst an drei seiner Flächen.</translation>
    </message>
    <message>
        <source>For a product of vectors write w · x or w @ x, for one of numbers w * x.</source>
        <translation>Schreibe für ein Produkt von Vektoren w · x oder w @ x, für eines von Zahlen w * x.</translation>
    </message>
    <message>
        <source>For a scalar, the method “{0}” differentiates with respect to all of them in one sweep.</source>
        <translation>Bei einem Skalar leitet die Methode „{0}“ in einem Durchlauf nach allen ab.</translation>
    </message>
    <message>
        <source>For a sum the diagonal entries are all alike. For the element-wise product they are not: entry {i} of {w ⊗ x} reacts to {w_i} at a rate that depends on {i}. A diagonal matrix made of the entries of a vector is so common that it has a name, “diag”: it puts the vector on the diagonal and zeros everywhere else.</source>
        <translation>Bei einer Summe sind die Diagonaleinträge alle gleich. Beim elementweisen Produkt sind sie es nicht: Eintrag {i} von {w ⊗ x} reagiert auf {w_i} mit einer Rate, die von {i} abhängt. Eine Diagonalmatrix aus den Einträgen eines Vektors kommt so oft vor, dass sie einen Namen hat, „diag“: Sie setzt den Vektor auf die Diagonale und sonst überall Nullen.</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>Zum Beispiel</translation>
    </message>
    <message>
        <source>For the covariance collect the data in one matrix: let {C} be the sum of the outer products of the residuals, {n} rows and {n} columns, however many samples there are. The factors of a trace turn in a circle, so all distances together are the trace of {P @ C}. Since the precision is the inverse of the covariance, the logarithm of its determinant appears with a minus sign.</source>
        <translation>Für die Kovarianz sammelt man die Daten in einer Matrix: {C} sei die Summe der äußeren Produkte der Residuen, mit {n} Zeilen und {n} Spalten, wie viele Beobachtungen es auch sind. Die Faktoren einer Spur drehen sich im Kreis, alle Abstände zusammen sind also die Spur von {P @ C}. Da die Präzision die Inverse der Kovarianz ist, erscheint der Logarithmus ihrer Determinante mit einem Minuszeichen.</translation>
    </message>
    <message>
        <source>For the open problem, and for the first one after the program starts.</source>
        <translation>Für die offene Aufgabe und für die erste nach einem Start.</translation>
    </message>
    <message>
        <source>For the queries, the adjoint has to pass the softmax. In a single row its Jacobian is a diagonal matrix less an outer product. Times the adjoint of that row, this means: take the weighted mean of the adjoint off the adjoint, and multiply by the shares. The same is done in all rows at once.</source>
        <translation>Für die Queries muss die Adjungierte durch den Softmax. In einer einzelnen Zeile ist dessen Jacobi-Matrix eine Diagonalmatrix minus ein äußeres Produkt. Mal die Adjungierte dieser Zeile heißt das: Zieh von der Adjungierten ihr gewichtetes Mittel ab und multipliziere mit den Anteilen. Dasselbe geschieht in allen Zeilen auf einmal.</translation>
    </message>
    <message>
        <source>For the trace of the product the differential is twice the trace of {X} times {differential(X)}, so in numerator layout the derivative is twice the matrix itself, without a transpose. The sum of squared entries is the trace of the transpose times the matrix; there the derivative is twice the transpose in numerator layout, and it is twice the matrix only in denominator layout. The two squares are different functions, and they are equal only where {X} is symmetric.</source>
        <translation>Bei der Spur des Produkts ist das Differential zweimal die Spur von {X} mal {differential(X)}; im Zählerlayout ist die Ableitung also zweimal die Matrix selbst, ohne Transponieren. Die Summe der quadrierten Einträge ist die Spur der Transponierten mal der Matrix; dort ist die Ableitung im Zählerlayout zweimal die Transponierte, und zweimal die Matrix ist sie nur im Nennerlayout. Die beiden Quadrate sind verschiedene Funktionen, und gleich sind sie nur, wo {X} symmetrisch ist.</translation>
    </message>
    <message>
        <source>For whole outer exponents the exponents multiply. (For a square root they need not: √(x²) is |x|.)</source>
        <translation>Bei ganzzahligem äußerem Exponenten multiplizieren sich die Exponenten. (Bei einer Quadratwurzel müssen sie es nicht: √(x²) ist |x|.)</translation>
    </message>
    <message>
        <source>For {N} samples, the rows of {X}, the distances are added up. Subtract the mean from every row with the help of a column of ones, and the sum is a trace.</source>
        <translation>Für {N} Beobachtungen, die Zeilen von {X}, werden die Abstände addiert. Zieht man den Mittelwert mit Hilfe einer Spalte aus Einsen von jeder Zeile ab, so ist die Summe eine Spur.</translation>
    </message>
    <message>
        <source>Form of a derivative with more than two directions</source>
        <translation>Form einer Ableitung mit mehr als zwei Richtungen</translation>
    </message>
    <message>
        <source>Formulas</source>
        <translation>Formeln</translation>
    </message>
    <message>
        <source>Forty small steps</source>
        <translation>Vierzig kleine Schritte</translation>
    </message>
    <message>
        <source>Forward order follows a change in x on its way to y; backward order starts at y, as training a network does. For scalars the product is the same.</source>
        <translation>Die Reihenfolge vorwärts folgt einer Änderung von x auf ihrem Weg nach y; die Reihenfolge rückwärts beginnt bei y, wie beim Training eines Netzes. Für Skalare ist das Produkt dasselbe.</translation>
    </message>
    <message>
        <source>Forward pass</source>
        <translation>Vorwärtsdurchlauf</translation>
    </message>
    <message>
        <source>Forward there are {0} values.</source>
        <translation>Vorwärts gibt es {0} Werte.</translation>
    </message>
    <message>
        <source>Forward: name the values on the way to {L}.</source>
        <translation>Vorwärts: Die Werte auf dem Weg zu {L} bekommen Namen.</translation>
    </message>
    <message>
        <source>Forward: the values on the way to {L} get names, with the shapes {names}. Backward, the derivative of {L} with respect to each of them follows from the last to the first; one sweep serves {variables}.</source>
        <translation>Vorwärts: Die Werte auf dem Weg zu {L} bekommen Namen, mit den Formen {names}. Rückwärts folgt die Ableitung von {L} nach jedem von ihnen, vom letzten zum ersten; ein Durchlauf dient {variables}.</translation>
    </message>
    <message>
        <source>Forward: the values on the way to {L}. Their adjoints are still to come.</source>
        <translation>Vorwärts: die Werte auf dem Weg zu {L}. Ihre Adjungierten folgen noch.</translation>
    </message>
    <message>
        <source>Forward: the whole function gets the name {L}. Backward, its derivative with respect to {variables} follows from its differential.</source>
        <translation>Vorwärts: Die ganze Funktion erhält den Namen {L}. Rückwärts folgt ihre Ableitung nach {variables} aus ihrem Differential.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Four arrows, one behind the other, so four factors.</source>
        <translation>Vier Pfeile hintereinander, also vier Faktoren.</translation>
    </message>
    <message>
        <source>Four functions deep</source>
        <translation>Vier Funktionen tief</translation>
    </message>
    <message>
        <source>Four samples whose squared residuals add up to 8. A small variance is punished by the distances, a large one by the logarithm; the tangent is level in between.</source>
        <translation>Vier Beobachtungen, deren quadrierte Residuen zusammen 8 ergeben. Eine kleine Varianz wird durch die Abstände bestraft, eine große durch den Logarithmus; dazwischen liegt die Tangente waagrecht.</translation>
    </message>
    <message>
        <source>Fraction of numbers in front</source>
        <translation>Bruch aus Zahlen nach vorn</translation>
    </message>
    <message>
        <source>Fractions</source>
        <translation>Brüche</translation>
    </message>
    <message>
        <source>Fractions are added over a common denominator; this is done where terms then combine.</source>
        <translation>Brüche werden über einem gemeinsamen Nenner addiert; das geschieht dort, wo sich danach Summanden zusammenfassen lassen.</translation>
    </message>
    <message>
        <source>Fractions below the bar</source>
        <translation>Brüche unter dem Bruchstrich</translation>
    </message>
    <message>
        <source>Fractions entry by entry</source>
        <translation>Brüche Eintrag für Eintrag</translation>
    </message>
    <message>
        <source>Fractions in fractions</source>
        <translation>Brüche in Brüchen</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>Frobenius norm</source>
        <translation>Frobenius-Norm</translation>
    </message>
    <message>
        <source>From a number to a general matrix</source>
        <translation>Von einer Zahl zu einer allgemeinen Matrix</translation>
    </message>
    <message>
        <source>From the input. There is one input and there are a million outputs, so every product from that end is a column, and a single pass does it. From the output it would take a pass for each of the million entries.</source>
        <translation>Von der Eingabe her. Es gibt eine Eingabe und eine Million Ausgaben, also ist jedes Produkt von diesem Ende her eine Spalte, und ein einziger Durchlauf genügt. Von der Ausgabe her bräuchte man einen Durchlauf für jeden der Millionen Einträge.</translation>
    </message>
    <message>
        <source>From the inside out: a cube, a sine, a square, a logarithm.</source>
        <translation>Von innen nach außen: eine dritte Potenz, ein Sinus, ein Quadrat, ein Logarithmus.</translation>
    </message>
    <message>
        <source>From the variable outwards</source>
        <translation>Von der Variable nach außen</translation>
    </message>
    <message>
        <source>Frozen. The audience still sees: {0}</source>
        <translation>Eingefroren. Das Publikum sieht noch: {0}</translation>
    </message>
    <message>
        <source>Frozen: the audience keeps seeing this picture.</source>
        <translation>Eingefroren: Das Publikum behält dieses Bild.</translation>
    </message>
    <message>
        <source>Full: everything about each step</source>
        <translation>Ausführlich: alles zu jedem Schritt</translation>
    </message>
    <message>
        <source>Function to differentiate</source>
        <translation>Funktion, die abgeleitet wird</translation>
    </message>
    <message>
        <source>Function, derivative and tangent</source>
        <translation>Funktion, Ableitung und Tangente</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>Funktionen</translation>
    </message>
    <message>
        <source>Functions as rows and variables as columns: that is numerator layout, because the numerator of {∂(f)/∂(x)} counts the rows. Some books do it the other way round, in denominator layout, and get the transpose. Neither is wrong. But a formula taken from a book of the other kind puts its factors in the wrong order, so look before you copy.</source>
        <translation>Funktionen als Zeilen und Variablen als Spalten: Das ist das Zählerlayout, denn der Zähler von {∂(f)/∂(x)} zählt die Zeilen. Manche Bücher machen es umgekehrt, im Nennerlayout, und erhalten die Transponierte. Falsch ist keins von beiden. Aber eine Formel aus einem Buch der anderen Art setzt ihre Faktoren in die falsche Reihenfolge; sieh also nach, bevor du abschreibst.</translation>
    </message>
    <message>
        <source>Functions of a matrix as a whole are not derived, but for powers such as X^3 and inverses; {0} works entry by entry.</source>
        <translation>Funktionen einer Matrix als Ganzes werden nicht abgeleitet, außer Potenzen wie X^3 und Inversen; {0} wirkt auf jeden Eintrag für sich.</translation>
    </message>
    <message>
        <source>Functions of one vector</source>
        <translation>Funktionen eines Vektors</translation>
    </message>
    <message>
        <source>Functions of the table</source>
        <translation>Funktionen der Tabelle</translation>
    </message>
    <message>
        <source>Functions of whole vectors and matrices have their differential in the table; of vectors it is the Jacobian times the change.</source>
        <translation>Funktionen ganzer Vektoren und Matrizen haben ihr Differential in der Tabelle; bei Vektoren ist es die Jacobi-Matrix mal der Änderung.</translation>
    </message>
    <message>
        <source>G shows the figures of a line: here is none.</source>
        <translation>G zeigt die Bilder einer Zeile: Hier ist keine.</translation>
    </message>
    <message>
        <source>Gaussian error linear unit</source>
        <translation>Gaußsche Fehler-Lineareinheit</translation>
    </message>
    <message>
        <source>Give a Python function for {0} with the values.</source>
        <translation>Für {0} eine Python-Funktion mit den Werten angeben.</translation>
    </message>
    <message>
        <source>Give a smaller left end.</source>
        <translation>Ein kleineres linkes Ende angeben.</translation>
    </message>
    <message>
        <source>Give a starting value for {0}.</source>
        <translation>Einen Anfang für {0} angeben.</translation>
    </message>
    <message>
        <source>Give a trace: explainer.derive(…).</source>
        <translation>Eine Ableitung angeben: explainer.derive(…).</translation>
    </message>
    <message>
        <source>Give a value for {0} with the others.</source>
        <translation>Für {0} wie für die anderen einen Wert angeben.</translation>
    </message>
    <message>
        <source>Give as many numbers as there are entries, or other sizes.</source>
        <translation>So viele Zahlen angeben, wie es Einträge gibt, oder andere Größen.</translation>
    </message>
    <message>
        <source>Give classes as one-hot rows: a 1 in the column of the class, else 0.</source>
        <translation>Gib Klassen als One-hot-Zeilen an: eine 1 in der Spalte der Klasse, sonst 0.</translation>
    </message>
    <message>
        <source>Give each definition its own name.</source>
        <translation>Jeder Definition einen eigenen Namen geben.</translation>
    </message>
    <message>
        <source>Give each parameter one derivation.</source>
        <translation>Jedem Parameter eine Ableitung geben.</translation>
    </message>
    <message>
        <source>Give every argument.</source>
        <translation>Gib jedes Argument an.</translation>
    </message>
    <message>
        <source>Give every operation on x a name of its own, from the inside out. Each named piece is then so simple that a single scalar rule differentiates it.</source>
        <translation>Jeder Operation auf x von innen nach außen einen eigenen Namen geben. Jeder benannte Teil ist dann so einfach, dass eine einzige skalare Regel ihn ableitet.</translation>
    </message>
    <message>
        <source>Give inner parts names of their own, and derive them one at a time.</source>
        <translation>Den inneren Teilen eigene Namen geben und sie einzeln ableiten.</translation>
    </message>
    <message>
        <source>Give it a name of its own.</source>
        <translation>Einen eigenen Namen dafür benutzen.</translation>
    </message>
    <message>
        <source>Give it a shorter name.</source>
        <translation>Einen kürzeren Namen wählen.</translation>
    </message>
    <message>
        <source>Give it with the values, such as {0}=3, or give an array that has this size.</source>
        <translation>Mit den Werten angeben, zum Beispiel {0}=3, oder ein Feld dieser Größe angeben.</translation>
    </message>
    <message>
        <source>Give it: sizes = {{ {0} = 3 }}.</source>
        <translation>Angeben: sizes = {{ {0} = 3 }}.</translation>
    </message>
    <message>
        <source>Give its input.</source>
        <translation>Geben Sie die Eingabe an.</translation>
    </message>
    <message>
        <source>Give its name, such as “x”, or several names: (“x”, “y”).</source>
        <translation>Geben Sie ihren Namen an, etwa „x“, oder mehrere Namen: („x“, „y“).</translation>
    </message>
    <message>
        <source>Give its shape in one place only.</source>
        <translation>Die Form nur an einer Stelle angeben.</translation>
    </message>
    <message>
        <source>Give its shape too: … where sum({0}) = 1, {0}: n.</source>
        <translation>Geben Sie auch die Form an: … where sum({0}) = 1, {0}: n.</translation>
    </message>
    <message>
        <source>Give one, such as {0}=2.</source>
        <translation>Eine angeben, zum Beispiel {0}=2.</translation>
    </message>
    <message>
        <source>Give parts of the expression names of their own, and derive them one at a time.</source>
        <translation>Teilen des Ausdrucks eigene Namen geben und sie einzeln ableiten.</translation>
    </message>
    <message>
        <source>Give predictions and targets.</source>
        <translation>Geben Sie Vorhersagen und Zielwerte an.</translation>
    </message>
    <message>
        <source>Give shapes in the chips of the variables, or after the expression: where x: n.</source>
        <translation>Formen an den Knöpfen der Variablen angeben oder hinter dem Ausdruck: where x: n.</translation>
    </message>
    <message>
        <source>Give targets that are as large as what the last layer has as outputs.</source>
        <translation>Geben Sie Zielwerte an, die so groß sind wie die Ausgabe der letzten Schicht.</translation>
    </message>
    <message>
        <source>Give text, an expression or SymPy.</source>
        <translation>Text, einen Ausdruck oder SymPy angeben.</translation>
    </message>
    <message>
        <source>Give the arguments of its __init__, each as one number or name.</source>
        <translation>Geben Sie die Argumente von __init__ an, jedes als eine Zahl oder einen Namen.</translation>
    </message>
    <message>
        <source>Give the definitions in the order in which they use each other.</source>
        <translation>Die Definitionen in der Reihenfolge angeben, in der sie einander benutzen.</translation>
    </message>
    <message>
        <source>Give the last layer an output for each class, or use binary_cross_entropy_with_logits.</source>
        <translation>Geben Sie der letzten Schicht eine Ausgabe je Klasse, oder nehmen Sie binary_cross_entropy_with_logits.</translation>
    </message>
    <message>
        <source>Give the line in a shorter form, for instance with common factors taken out or a sum written as Σ.</source>
        <translation>Geben Sie die Zeile in kürzerer Form an, zum Beispiel mit ausgeklammerten gemeinsamen Faktoren oder einer Summe mit Σ.</translation>
    </message>
    <message>
        <source>Give the matrix a name, such as A.</source>
        <translation>Geben Sie der Matrix einen Namen, etwa A.</translation>
    </message>
    <message>
        <source>Give the new value a name of its own.</source>
        <translation>Geben Sie dem neuen Wert einen eigenen Namen.</translation>
    </message>
    <message>
        <source>Give the shapes of its names, such as … where x: n.</source>
        <translation>Sage die Formen der Namen darin, etwa … where x: n.</translation>
    </message>
    <message>
        <source>Give the sizes of the layer.</source>
        <translation>Geben Sie die Größen der Schicht an.</translation>
    </message>
    <message>
        <source>Give them in a list in square brackets, no more than 200 of them.</source>
        <translation>Gib sie in einer Liste in eckigen Klammern an, höchstens 200.</translation>
    </message>
    <message>
        <source>Give two numbers, such as at=[1, 2].</source>
        <translation>Zwei Zahlen angeben, zum Beispiel at=[1, 2].</translation>
    </message>
    <message>
        <source>Give what it stands for a name of its own, such as h_0.</source>
        <translation>Gib dem, wofür er steht, einen eigenen Namen wie h_0.</translation>
    </message>
    <message>
        <source>Give “n”, “N x n”, a number of entries, or a tuple such as (4, 3), as NumPy has them.</source>
        <translation>Geben Sie „n“, „N x n“, eine Anzahl von Einträgen oder ein Tupel wie (4, 3) an, wie NumPy es hat.</translation>
    </message>
    <message>
        <source>Go on where you were</source>
        <translation>Weitermachen, wo Sie waren</translation>
    </message>
    <message>
        <source>Go on: {0}</source>
        <translation>Weiter: {0}</translation>
    </message>
    <message>
        <source>Go to a step</source>
        <translation>Zu einem Schritt gehen</translation>
    </message>
    <message>
        <source>Go to the problem</source>
        <translation>Zur Aufgabe</translation>
    </message>
    <message>
        <source>Go to the result</source>
        <translation>Zum Ergebnis</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Goes to another page</source>
        <translation>Führt zu einer anderen Seite</translation>
    </message>
    <message>
        <source>Goodfellow, Bengio and Courville, Deep Learning, section 6.2</source>
        <translation>Goodfellow, Bengio und Courville, Deep Learning, Abschnitt 6.2</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>Gradientenabstieg</translation>
    </message>
    <message>
        <source>Gradient descent follows the slope; Newton&apos;s method divides it by the curvature. On a bowl Newton&apos;s method arrives in a single step, whatever its shape, because the Hessian is the same everywhere. Descent has to choose one step size for a steep direction and a flat one, and zigzags between the walls. Watch it on the bowl {v_1^2 + 10 v_2^2}, on which Newton&apos;s single step leads straight to the bottom.</source>
        <translation>Der Gradientenabstieg folgt der Steigung; das Newton-Verfahren teilt sie durch die Krümmung. Auf einer Schale kommt das Newton-Verfahren in einem einzigen Schritt an, welche Form sie auch hat, denn die Hesse-Matrix ist überall dieselbe. Der Abstieg muss eine Schrittweite für eine steile und eine flache Richtung wählen und läuft im Zickzack zwischen den Wänden. Sieh es an der Schale {v_1^2 + 10 v_2^2}, auf der Newtons einziger Schritt geradewegs zum Grund führt.</translation>
    </message>
    <message>
        <source>Gradient descent on {0}</source>
        <translation>Gradientenabstieg auf {0}</translation>
    </message>
    <message>
        <source>Gradient, block by block</source>
        <translation>Gradient, Block für Block</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>Gradienten</translation>
    </message>
    <message>
        <source>Gradients and Jacobians</source>
        <translation>Gradienten und Jacobi-Matrizen</translation>
    </message>
    <message>
        <source>Greek capital letters</source>
        <translation>Griechische Großbuchstaben</translation>
    </message>
    <message>
        <source>Greek letters</source>
        <translation>Griechische Buchstaben</translation>
    </message>
    <message>
        <source>Griewank and Walther, Evaluating Derivatives, section 3.2</source>
        <translation>Griewank und Walther, Evaluating Derivatives, Abschnitt 3.2</translation>
    </message>
    <message>
        <source>Heat map and eigenvalues</source>
        <translation>Heatmap und Eigenwerte</translation>
    </message>
    <message>
        <source>Heaviside step</source>
        <translation>Heaviside-Sprung</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Here is one such pair with names, a square inside a hyperbolic tangent.</source>
        <translation>Hier ist ein solches Paar mit Namen, ein Quadrat in einem Tangens hyperbolicus.</translation>
    </message>
    <message>
        <source>Here the differences do not settle on one slope, so this derivative cannot be measured.</source>
        <translation>Hier pendeln sich die Differenzen nicht auf eine Steigung ein, also lässt sich diese Ableitung nicht messen.</translation>
    </message>
    <message>
        <source>Here the value is {value}.</source>
        <translation>Hier ist der Wert {value}.</translation>
    </message>
    <message>
        <source>Here there is one path from {x} to {y}.</source>
        <translation>Hier gibt es einen Pfad von {x} nach {y}.</translation>
    </message>
    <message>
        <source>Here {count} paths lead from {x} to {y}.</source>
        <translation>Hier führen {count} Pfade von {x} nach {y}.</translation>
    </message>
    <message>
        <source>Here {letter} is {part}, the variable itself.</source>
        <translation>Hier ist {letter} die Variable {part} selbst.</translation>
    </message>
    <message>
        <source>Here {letter} is {part}, which depends on {x}.</source>
        <translation>Hier ist {letter} gleich {part}, und das hängt von {x} ab.</translation>
    </message>
    <message>
        <source>Here {letter} is {part}, which does not depend on {x}.</source>
        <translation>Hier ist {letter} gleich {part}, und das hängt nicht von {x} ab.</translation>
    </message>
    <message>
        <source>Here {letter} is {part}.</source>
        <translation>Hier ist {letter} gleich {part}.</translation>
    </message>
    <message>
        <source>Here {y} is the constant factor.</source>
        <translation>Hier ist {y} der konstante Faktor.</translation>
    </message>
    <message>
        <source>Hide the hint</source>
        <translation>Hinweis verbergen</translation>
    </message>
    <message>
        <source>Hide the model answer</source>
        <translation>Musterantwort verbergen</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Hint {0}: </source>
        <translation>Hinweis {0}: </translation>
    </message>
    <message>
        <source>How long a line stays while playing.</source>
        <translation>Wie lange eine Zeile beim Abspielen stehen bleibt.</translation>
    </message>
    <message>
        <source>How many numbers does the Hessian of a network with a million weights have, and why is Newton&apos;s method not used to train it?</source>
        <translation>Wie viele Zahlen hat die Hesse-Matrix eines Netzes mit einer Million Gewichten, und warum wird es nicht mit dem Newton-Verfahren trainiert?</translation>
    </message>
    <message>
        <source>How many paths lead from {x} to the value in {x^2 + sin(x^2) + x^3}, if {x^2} gets one name and is used twice?</source>
        <translation>Wie viele Wege führen von {x} zum Wert in {x^2 + sin(x^2) + x^3}, wenn {x^2} einen Namen bekommt und zweimal benutzt wird?</translation>
    </message>
    <message>
        <source>How often does {z} occur in the total?</source>
        <translation>Wie oft kommt {z} in der ganzen Summe vor?</translation>
    </message>
    <message>
        <source>How terms travel from line to line.</source>
        <translation>Wie Terme von Zeile zu Zeile wandern.</translation>
    </message>
    <message>
        <source>How the first state reaches the third</source>
        <translation>Wie der erste Zustand den dritten erreicht</translation>
    </message>
    <message>
        <source>However many zeros are added, the sum is zero.</source>
        <translation>Wie viele Nullen auch addiert werden: die Summe ist null.</translation>
    </message>
    <message>
        <source>Huber loss</source>
        <translation>Huber-Verlust</translation>
    </message>
    <message>
        <source>Huber loss whose pieces meet at d</source>
        <translation>Huber-Verlust, dessen Stücke sich bei d treffen</translation>
    </message>
    <message>
        <source>I don&apos;t know: &amp;show it</source>
        <translation>Weiß nicht: ze&amp;igen</translation>
    </message>
    <message>
        <source>I is to matrices what 1 is to numbers.</source>
        <translation>I ist für Matrizen, was 1 für Zahlen ist.</translation>
    </message>
    <message>
        <source>Identification</source>
        <translation>Ablesen</translation>
    </message>
    <message>
        <source>Identities</source>
        <translation>Identitäten</translation>
    </message>
    <message>
        <source>Identity matrix as a factor</source>
        <translation>Einheitsmatrix als Faktor</translation>
    </message>
    <message>
        <source>If all entries of {x} grow alike, the normalised vector stays as it is, and so does everything that is computed from it. The change of the function is the sum of the gradient&apos;s entries times that growth, so the sum is zero.</source>
        <translation>Wachsen alle Einträge von {x} gleich, so bleibt der normierte Vektor, wie er ist, und ebenso alles, was aus ihm berechnet wird. Die Änderung der Funktion ist die Summe der Einträge des Gradienten mal diesem Zuwachs, also ist die Summe null.</translation>
    </message>
    <message>
        <source>If it is a name of yours, declare it: … where {0}: scalar.</source>
        <translation>Wenn es ein eigener Name ist, ihn vereinbaren: … where {0}: scalar.</translation>
    </message>
    <message>
        <source>If it is one name, declare it: … where {0}: scalar (or a size such as n); if it is a product, write {1}{2}.</source>
        <translation>Wenn es ein Name ist, ihn vereinbaren: … where {0}: scalar (oder eine Größe wie n); wenn es ein Produkt ist, {1}{2} schreiben.</translation>
    </message>
    <message>
        <source>If the function is a matrix, no trace helps: each of its entries has a derivative with respect to each entry of {X}. Put the columns of both under each other, and two long vectors are left, which have a Jacobian as any vectors have. This is what vec is for. The product around {differential(X)} then turns into a Kronecker product, in which one matrix is repeated once for every entry of the other.</source>
        <translation>Ist die Funktion eine Matrix, so hilft keine Spur: Jeder ihrer Einträge hat eine Ableitung nach jedem Eintrag von {X}. Stellt man die Spalten beider untereinander, so bleiben zwei lange Vektoren, und die haben eine Jacobi-Matrix wie alle Vektoren. Dafür gibt es vec. Das Produkt um {differential(X)} wird dann zu einem Kronecker-Produkt, in dem die eine Matrix einmal für jeden Eintrag der anderen wiederholt wird.</translation>
    </message>
    <message>
        <source>If the matrices had a single entry, this would be the derivative of a reciprocal.</source>
        <translation>Hätten die Matrizen einen einzigen Eintrag, so wäre das die Ableitung eines Kehrwerts.</translation>
    </message>
    <message>
        <source>If you do not trust matrices yet, write the dot product out as {sum(i=1..n, w_i x_i)} and ask how it reacts to a single weight {w_j}. Only one term contains it. Collect the answers for all {j} in a row, and compare.</source>
        <translation>Wenn du Matrizen noch nicht traust, schreibe das Skalarprodukt als {sum(i=1..n, w_i x_i)} aus und frage, wie es auf ein einzelnes Gewicht {w_j} reagiert. Nur ein Term enthält es. Sammle die Antworten für alle {j} in einer Zeile und vergleiche.</translation>
    </message>
    <message>
        <source>In a network every neuron has its own {w} and {b}. What is the shape of the matrix whose rows are all the longer weight vectors of {m} neurons, and by what is it multiplied?</source>
        <translation>In einem Netz hat jedes Neuron sein eigenes {w} und {b}. Welche Form hat die Matrix, deren Zeilen die längeren Gewichtsvektoren von {m} Neuronen sind, und womit wird sie multipliziert?</translation>
    </message>
    <message>
        <source>In a partial derivative all other variables count as constants.</source>
        <translation>In einer partiellen Ableitung gelten alle anderen Variablen als Konstanten.</translation>
    </message>
    <message>
        <source>In a product, a factor common to all terms of a bracket is written before the bracket.</source>
        <translation>In einem Produkt steht ein Faktor, den alle Summanden einer Klammer gemeinsam haben, vor der Klammer.</translation>
    </message>
    <message>
        <source>In a trace the last factor may come first.</source>
        <translation>In einer Spur darf der letzte Faktor nach vorn.</translation>
    </message>
    <message>
        <source>In a trace the last factor may come first: {A} then stands beside itself.</source>
        <translation>In einer Spur darf der letzte Faktor nach vorn: Dann steht {A} neben sich selbst.</translation>
    </message>
    <message>
        <source>In denominator layout the derivative has the shape of {W}, as code keeps it: it can be subtracted from the weights as it is.</source>
        <translation>Im Nennerlayout hat die Ableitung die Form von {W}, so wie Programme sie ablegen: Man kann sie ohne Weiteres von den Gewichten abziehen.</translation>
    </message>
    <message>
        <source>In denominator layout the derivative is the transpose of what stands before {d}.</source>
        <translation>Im Nennerlayout ist die Ableitung die Transponierte dessen, was vor {d} steht.</translation>
    </message>
    <message>
        <source>In every combination the first factor has as many columns as the second has rows, because both count the entries of u. That shared size disappears from the product.</source>
        <translation>In jeder Kombination hat der erste Faktor so viele Spalten wie der zweite Zeilen, denn beide zählen die Einträge von u. Diese gemeinsame Größe verschwindet aus dem Produkt.</translation>
    </message>
    <message>
        <source>In every entry it is a number times a fraction with this number under the bar.</source>
        <translation>In jedem Eintrag ist es eine Zahl mal ein Bruch mit dieser Zahl unter dem Strich.</translation>
    </message>
    <message>
        <source>In every entry it is a product of fractions.</source>
        <translation>In jedem Eintrag ist es ein Produkt von Brüchen.</translation>
    </message>
    <message>
        <source>In every entry it is the scalar rule: the slope times the change.</source>
        <translation>In jedem Eintrag ist es die skalare Regel: die Steigung mal der Änderung.</translation>
    </message>
    <message>
        <source>In every entry these are fractions with a common denominator.</source>
        <translation>In jedem Eintrag sind das Brüche mit demselben Nenner.</translation>
    </message>
    <message>
        <source>In every entry {A} cancels.</source>
        <translation>In jedem Eintrag kürzt sich {A}.</translation>
    </message>
    <message>
        <source>In every entry {v} cancels: what is left is the sum of the entries of {u}.</source>
        <translation>In jedem Eintrag kürzt sich {v}: Es bleibt die Summe der Einträge von {u}.</translation>
    </message>
    <message>
        <source>In front of a vector, a matrix or a large sum, a factor is easiest to see.</source>
        <translation>Vor einem Vektor, einer Matrix oder einer großen Summe findet das Auge den Faktor am besten ganz vorn.</translation>
    </message>
    <message>
        <source>In its last form the paper has a single pair of cases around the sum: zero under one condition, the whole sum under the other. But the condition speaks of row {i}, and outside the sum there is no {i}. Some rows may be active and others not. To evaluate the printed form at all, one has to pick a row for the condition; here it is the first. The condition belongs inside the sum, where every row answers for itself.</source>
        <translation>In seiner letzten Form hat der Aufsatz ein einziges Paar von Fällen um die Summe: null unter der einen Bedingung, die ganze Summe unter der anderen. Aber die Bedingung spricht von Zeile {i}, und außerhalb der Summe gibt es kein {i}. Manche Zeilen können aktiv sein und andere nicht. Um die gedruckte Form überhaupt auszuwerten, muss man für die Bedingung eine Zeile auswählen; hier ist es die erste. Die Bedingung gehört in die Summe, wo jede Zeile für sich selbst antwortet.</translation>
    </message>
    <message>
        <source>In machine learning most functions work entry by entry, and then both Jacobians are diagonal. A product of diagonal matrices is diagonal again, with the products of the entries on it. So an entry of the answer is the scalar chain rule for that entry, and nothing is mixed.</source>
        <translation>Im maschinellen Lernen arbeiten die meisten Funktionen elementweise, und dann sind beide Jacobi-Matrizen diagonal. Ein Produkt von Diagonalmatrizen ist wieder diagonal, mit den Produkten der Einträge darauf. Also ist ein Eintrag der Antwort die skalare Kettenregel für diesen Eintrag, und nichts vermischt sich.</translation>
    </message>
    <message>
        <source>In numerator layout it has 5 rows, one for each function, and 3 columns, one for each variable. In denominator layout it has 3 rows and 5 columns.</source>
        <translation>In Zählerordnung hat sie 5 Zeilen, eine für jede Funktion, und 3 Spalten, eine für jede Variable. In Nennerordnung hat sie 3 Zeilen und 5 Spalten.</translation>
    </message>
    <message>
        <source>In numerator layout the derivative {∂(y)/∂(x)} has a row for each entry of {y} and a column for each entry of {x}. A scalar counts as one entry. Denominator layout gives the transpose.</source>
        <translation>Im Zählerlayout hat die Ableitung {∂(y)/∂(x)} eine Zeile für jeden Eintrag von {y} und eine Spalte für jeden Eintrag von {x}. Ein Skalar zählt als ein Eintrag. Das Nennerlayout gibt die Transponierte.</translation>
    </message>
    <message>
        <source>In numerator layout the variable lies across: a column becomes a row, and a matrix is transposed. That is what lets the derivative be multiplied by a change of {X}.</source>
        <translation>Im Zählerlayout liegt die Variable quer: Eine Spalte wird zur Zeile, und eine Matrix wird transponiert. Nur so lässt sich die Ableitung mit einer Änderung von {X} multiplizieren.</translation>
    </message>
    <message>
        <source>In one case the sum is that of the values which hold there.</source>
        <translation>In jedem Fall ist die Summe die der Werte, die dort gelten.</translation>
    </message>
    <message>
        <source>In one case the whole is that case&apos;s formula, with its own sign.</source>
        <translation>In jedem Fall ist das Ganze die Formel dieses Falls, mit ihrem eigenen Vorzeichen.</translation>
    </message>
    <message>
        <source>In passing: {0}.</source>
        <translation>Nebenbei: {0}.</translation>
    </message>
    <message>
        <source>In projection</source>
        <translation>Bei der Projektion</translation>
    </message>
    <message>
        <source>In the expansion of the determinant every entry of {W} is multiplied by its cofactor, which is {d} times an entry of the transposed inverse.</source>
        <translation>In der Entwicklung der Determinante wird jeder Eintrag von {W} mit seinem Kofaktor multipliziert, und der ist {d} mal ein Eintrag der transponierten Inversen.</translation>
    </message>
    <message>
        <source>In the last column alone: row {i} has {w_i} there, because every entry looks at the last entry of {x} and at no other. The Jacobian is no diagonal matrix then.</source>
        <translation>Allein in der letzten Spalte: Zeile {i} hat dort {w_i}, weil jeder Eintrag auf den letzten Eintrag von {x} sieht und auf keinen anderen. Die Jacobi-Matrix ist dann keine Diagonalmatrix.</translation>
    </message>
    <message>
        <source>In the lessons</source>
        <translation>In den Lektionen</translation>
    </message>
    <message>
        <source>In the place {j} δ is 1 for {i} = {j} only: of all rows of the sum one counts there.</source>
        <translation>An der Stelle {j} ist δ nur für {i} = {j} gleich 1: Von allen Zeilen der Summe zählt dort eine.</translation>
    </message>
    <message>
        <source>In the second derivation, the same function is differentiated with respect to the weights and to the bias, side by side. The left block is K1, the right one K3. Then whatever the blocks have in common moves outside, and what is left between the brackets is the longer input. It is the same gradient.</source>
        <translation>In der zweiten Ableitung wird dieselbe Funktion nach den Gewichten und nach dem Bias abgeleitet, nebeneinander. Der linke Block ist K1, der rechte K3. Dann rückt nach außen, was die Blöcke gemeinsam haben, und was in der Klammer bleibt, ist die längere Eingabe. Es ist derselbe Gradient.</translation>
    </message>
    <message>
        <source>In whatever order the entries are added, the sum is the same.</source>
        <translation>In welcher Reihenfolge die Einträge auch addiert werden, die Summe ist dieselbe.</translation>
    </message>
    <message>
        <source>In {3 x^2 y} it is worth asking, before any rule, what the constant is. With respect to {x} it is {3 y}, all of it. With respect to {y} it is all that stands before the {y}: there is a square in it, and it is a constant all the same, because it holds no {y}.</source>
        <translation>Bei {3 x^2 y} lohnt es sich, vor jeder Regel zu fragen, was die Konstante ist. Nach {x} ist es {3 y}, alles davon. Nach {y} ist es alles, was vor dem {y} steht: Ein Quadrat ist darin, und doch ist es eine Konstante, weil es kein {y} enthält.</translation>
    </message>
    <message>
        <source>In {sin(x^2)}, along how many paths does {x} reach the value?</source>
        <translation>Auf wie vielen Pfaden erreicht {x} in {sin(x^2)} den Wert?</translation>
    </message>
    <message>
        <source>In {w ⊗ x} entry {i} of the value is {w_i x_i}. Where are the entries of its Jacobian with respect to {w} that are not zero?</source>
        <translation>In {w ⊗ x} ist Eintrag {i} des Werts {w_i x_i}. Wo stehen die Einträge seiner Jacobi-Matrix nach {w}, die nicht null sind?</translation>
    </message>
    <message>
        <source>In {x + x^2}, along how many paths does {x} reach the value?</source>
        <translation>Auf wie vielen Pfaden erreicht {x} in {x + x^2} den Wert?</translation>
    </message>
    <message>
        <source>Infinity is not a number of the language.</source>
        <translation>Unendlich ist keine Zahl der Sprache.</translation>
    </message>
    <message>
        <source>Insert a sign</source>
        <translation>Zeichen einfügen</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Im Text</translation>
    </message>
    <message>
        <source>Inside a case its condition is known to hold, so a maximum or a minimum that depends on it is decided.</source>
        <translation>In einem Fall gilt seine Bedingung, sie entscheidet also ein Maximum oder Minimum, das von ihr abhängt.</translation>
    </message>
    <message>
        <source>Install explainer again.</source>
        <translation>Explainer neu installieren.</translation>
    </message>
    <message>
        <source>Integrals are not part of the language; the program differentiates.</source>
        <translation>Integrale gehören nicht zur Sprache; das Programm leitet ab.</translation>
    </message>
    <message>
        <source>Introduce intermediate variables</source>
        <translation>Zwischenvariablen einführen</translation>
    </message>
    <message>
        <source>Introduce the differential</source>
        <translation>Das Differential einführen</translation>
    </message>
    <message>
        <source>Inverse of an inverse</source>
        <translation>Inverse einer Inversen</translation>
    </message>
    <message>
        <source>Inverses entry by entry</source>
        <translation>Inverse, Eintrag für Eintrag</translation>
    </message>
    <message>
        <source>Inverses, determinants, traces</source>
        <translation>Inverse, Determinanten, Spuren</translation>
    </message>
    <message>
        <source>Is {name} a matrix?</source>
        <translation>Ist {name} eine Matrix?</translation>
    </message>
    <message>
        <source>Is {name} a scalar?</source>
        <translation>Ist {name} ein Skalar?</translation>
    </message>
    <message>
        <source>Is {name} a vector?</source>
        <translation>Ist {name} ein Vektor?</translation>
    </message>
    <message>
        <source>It begins with explainer:?f= and the function.</source>
        <translation>Er beginnt mit explainer:?f= und der Funktion.</translation>
    </message>
    <message>
        <source>It begins …</source>
        <translation>Es beginnt …</translation>
    </message>
    <message>
        <source>It cannot be printed: {0}</source>
        <translation>Das kann nicht gedruckt werden: {0}</translation>
    </message>
    <message>
        <source>It carries out a derivative, and in {part} none is open.</source>
        <translation>Sie führt eine Ableitung aus, und in {part} ist keine offen.</translation>
    </message>
    <message>
        <source>It counts the three plates and nothing else. The strips and the corner hold {h} squared and cubed: divided by {h} they still vanish when {h} does.</source>
        <translation>Sie zählt die drei Platten und sonst nichts. Die Streifen und die Ecke enthalten {h} im Quadrat und in der dritten Potenz: durch {h} geteilt verschwinden sie immer noch mit {h}.</translation>
    </message>
    <message>
        <source>It does not depend on the weights: the loss is a bowl with the same curvature everywhere.</source>
        <translation>Sie hängt nicht von den Gewichten ab: Der Verlust ist eine Schale mit überall derselben Krümmung.</translation>
    </message>
    <message>
        <source>It does not: both ways end in the same line. Multiplying out first only changes which rules you need on the way.</source>
        <translation>Nein: beide Wege enden in derselben Zeile. Vorher auszumultiplizieren ändert nur, welche Regeln Sie unterwegs brauchen.</translation>
    </message>
    <message>
        <source>It follows “{0}” by Terence Parr and Jeremy Howard: {1}</source>
        <translation>Es folgt „{0}“ von Terence Parr und Jeremy Howard: {1}</translation>
    </message>
    <message>
        <source>It has as many rows and as many columns as there are weights, and a system of equations has to be solved with it.</source>
        <translation>Sie hat so viele Zeilen und Spalten, wie es Gewichte gibt, und mit ihr muss ein Gleichungssystem gelöst werden.</translation>
    </message>
    <message>
        <source>It has four phases that will stay the same to the end of this course: introduce names, differentiate each line, combine, substitute back.</source>
        <translation>Sie hat vier Phasen, die bis zum Ende dieses Kurses dieselben bleiben: Namen einführen, jede Zeile ableiten, verknüpfen, zurück einsetzen.</translation>
    </message>
    <message>
        <source>It has the form of the single-variable rule, with Jacobians in the place of derivatives and matrix products in the place of products. Where several paths lead to the result their products are added.</source>
        <translation>Sie hat die Form der Regel für eine Variable, mit Jacobi-Matrizen anstelle der Ableitungen und Matrixprodukten anstelle der Produkte. Wo mehrere Wege zum Ergebnis führen, werden ihre Produkte addiert.</translation>
    </message>
    <message>
        <source>It is a positive number, such as 0.1.</source>
        <translation>Sie ist eine positive Zahl wie 0.1.</translation>
    </message>
    <message>
        <source>It is a whole number, 1 or greater.</source>
        <translation>Sie ist eine ganze Zahl ab 1.</translation>
    </message>
    <message>
        <source>It is for scalars: {form}. Here {part} is {shape}.</source>
        <translation>Sie gilt für Skalare: {form}. Hier ist {part} {shape}.</translation>
    </message>
    <message>
        <source>It is for vectors or matrices: {form}. Here {part} is a scalar.</source>
        <translation>Sie gilt für Vektoren oder Matrizen: {form}. Hier ist {part} ein Skalar.</translation>
    </message>
    <message>
        <source>It is for {form}. Here stands {part}.</source>
        <translation>Sie gilt für {form}. Hier steht {part}.</translation>
    </message>
    <message>
        <source>It is given that {fact}: {value} stands for {part}.</source>
        <translation>Gegeben ist {fact}: {value} steht für {part}.</translation>
    </message>
    <message>
        <source>It is in the other layout as well.</source>
        <translation>Außerdem steht es im anderen Layout.</translation>
    </message>
    <message>
        <source>It is line {0}.</source>
        <translation>Es ist Zeile {0}.</translation>
    </message>
    <message>
        <source>It is one number that says how wrong the neuron is altogether, and it depends on {w} and {b}. To see how to make it smaller, differentiate. You have every tool: the factor in front waits outside, the derivative moves inside the sum, and in each row there is a square outside an activation outside an affine function.</source>
        <translation>Das ist eine einzige Zahl, die sagt, wie falsch das Neuron insgesamt liegt, und sie hängt von {w} und {b} ab. Um zu sehen, wie sie kleiner wird, leite ab. Alles Werkzeug dafür hast du: Der Faktor davor wartet draußen, die Ableitung rückt in die Summe, und in jeder Zeile steht ein Quadrat um eine Aktivierung um eine affine Funktion.</translation>
    </message>
    <message>
        <source>It is tempting to follow only the path {path} and to multiply its derivatives, which gives {attempt}. That treats {x} as a constant wherever else it is used.</source>
        <translation>Es liegt nahe, nur dem Weg {path} zu folgen und dessen Ableitungen zu multiplizieren; das ergibt {attempt}. Damit gilt {x} überall sonst, wo es vorkommt, als konstant.</translation>
    </message>
    <message>
        <source>It is the product rule for f times 1/g: a growing numerator raises the value, a growing denominator lowers it.</source>
        <translation>Das ist die Produktregel für f mal 1/g: Ein wachsender Zähler erhöht den Wert, ein wachsender Nenner verringert ihn.</translation>
    </message>
    <message>
        <source>It is the rule for the columns of a product with one column.</source>
        <translation>Es ist die Regel für die Spalten eines Produkts mit einer einzigen Spalte.</translation>
    </message>
    <message>
        <source>It is the square rule for vectors: twice the vector, as a row, times its derivative.</source>
        <translation>Das ist die Quadratregel für Vektoren: zweimal der Vektor als Zeile, mal seine Ableitung.</translation>
    </message>
    <message>
        <source>It is the sum rule and the rule for constants, many times over; short sums show each zero instead.</source>
        <translation>Das ist vielfach die Summenregel und die Regel für Konstanten; kurze Summen zeigen stattdessen jede Null.</translation>
    </message>
    <message>
        <source>It is {0}, this gives {1}.</source>
        <translation>Es ist {0}, das hier ergibt {1}.</translation>
    </message>
    <message>
        <source>It may say f, wrt, shape, method, layout, order and form.</source>
        <translation>Er darf f, wrt, shape, method, layout, order und form nennen.</translation>
    </message>
    <message>
        <source>It needs {wanted}: {form}. What is differentiated here is {part}, which is {kind}.</source>
        <translation>Verlangt wird {wanted}: {form}. Abgeleitet wird hier {part}, und das ist {kind}.</translation>
    </message>
    <message>
        <source>It needs {wanted}: {form}. What stands here is {part}, which is {kind}.</source>
        <translation>Verlangt wird {wanted}: {form}. Hier steht {part}, und das ist {kind}.</translation>
    </message>
    <message>
        <source>It needs: {condition}.</source>
        <translation>Ihre Bedingung: {condition}.</translation>
    </message>
    <message>
        <source>It uses {0}.</source>
        <translation>Sie benutzt {0}.</translation>
    </message>
    <message>
        <source>It vanishes where the inverse of the precision equals {C/N}: the covariance of the samples, divided by {N} and not by {N - 1}.</source>
        <translation>Sie verschwindet, wo die Inverse der Präzision gleich {C/N} ist: die Kovarianz der Beobachtungen, geteilt durch {N} und nicht durch {N - 1}.</translation>
    </message>
    <message>
        <source>It vanishes where the variance equals {c/N}, the mean of the squares.</source>
        <translation>Sie verschwindet, wo die Varianz gleich {c/N} ist, dem Mittelwert der Quadrate.</translation>
    </message>
    <message>
        <source>It would change nothing in {part}.</source>
        <translation>Sie würde an {part} nichts ändern.</translation>
    </message>
    <message>
        <source>Its condition: {condition}.</source>
        <translation>Ihre Bedingung: {condition}.</translation>
    </message>
    <message>
        <source>Its derivative comes from rules of its own, not from the table.</source>
        <translation>Die Ableitung kommt aus eigenen Regeln, nicht aus der Tabelle.</translation>
    </message>
    <message>
        <source>Its derivative is given in the table of functions.</source>
        <translation>Die Ableitung steht in der Tabelle der Funktionen.</translation>
    </message>
    <message>
        <source>Its gradient is softmax. The Hessian is therefore the Jacobian of softmax, which you have derived already.</source>
        <translation>Sein Gradient ist Softmax. Die Hesse-Matrix ist daher die Jacobi-Matrix von Softmax, die du schon hergeleitet hast.</translation>
    </message>
    <message>
        <source>Its names are {0}.</source>
        <translation>Seine Namen sind {0}.</translation>
    </message>
    <message>
        <source>Its options are: {0}.</source>
        <translation>Optionen sind: {0}.</translation>
    </message>
    <message>
        <source>Its rows are the unit vectors: row i has its 1 in place i.</source>
        <translation>Ihre Zeilen sind die Einheitsvektoren: Zeile i hat ihre 1 an der Stelle i.</translation>
    </message>
    <message>
        <source>Its sign is wrong as well.</source>
        <translation>Auch das Vorzeichen stimmt nicht.</translation>
    </message>
    <message>
        <source>Its steps have the numbers 1 to {0}.</source>
        <translation>Ihre Schritte haben die Nummern 1 bis {0}.</translation>
    </message>
    <message>
        <source>JAX</source>
        <translation>JAX</translation>
    </message>
    <message>
        <source>Jacobian</source>
        <translation>Jacobi-Matrix</translation>
    </message>
    <message>
        <source>Jacobian of a function of vectors</source>
        <translation>Jacobi-Matrix einer Funktion von Vektoren</translation>
    </message>
    <message>
        <source>Jacobian, entry by entry</source>
        <translation>Jacobi-Matrix, Eintrag für Eintrag</translation>
    </message>
    <message>
        <source>Jacobians, entry by entry</source>
        <translation>Jacobi-Matrizen, Eintrag für Eintrag</translation>
    </message>
    <message>
        <source>Judging …</source>
        <translation>Wird beurteilt …</translation>
    </message>
    <message>
        <source>Julia</source>
        <translation>Julia</translation>
    </message>
    <message>
        <source>Keep the condition of each row inside the sum.</source>
        <translation>Die Bedingung jeder Zeile in der Summe behalten.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys in projection</source>
        <translation>Tasten bei der Projektion</translation>
    </message>
    <message>
        <source>Kinks and cases</source>
        <translation>Knicke und Fälle</translation>
    </message>
    <message>
        <source>Know which conditions an inverse and the logarithm of a determinant bring along.</source>
        <translation>Wissen, welche Bedingungen eine Inverse und der Logarithmus einer Determinante mitbringen.</translation>
    </message>
    <message>
        <source>Know why the order of the factors matters now.</source>
        <translation>Wissen, warum es jetzt auf die Reihenfolge der Faktoren ankommt.</translation>
    </message>
    <message>
        <source>Known Jacobians</source>
        <translation>Bekannte Jacobi-Matrizen</translation>
    </message>
    <message>
        <source>Known here: {0}.</source>
        <translation>Hier bekannt: {0}.</translation>
    </message>
    <message>
        <source>Known value of a function</source>
        <translation>Bekannter Wert einer Funktion</translation>
    </message>
    <message>
        <source>Known δ</source>
        <translation>Bekanntes δ</translation>
    </message>
    <message>
        <source>Kronecker delta: 1 where the indices are equal, else 0</source>
        <translation>Kronecker-Delta: 1, wo die Indizes gleich sind, sonst 0</translation>
    </message>
    <message>
        <source>Kronecker product</source>
        <translation>Kronecker-Produkt</translation>
    </message>
    <message>
        <source>Kronecker products in a change</source>
        <translation>Kronecker-Produkte in einer Änderung</translation>
    </message>
    <message>
        <source>Kronecker products in a sum</source>
        <translation>Kronecker-Produkte in einer Summe</translation>
    </message>
    <message>
        <source>Kronecker times</source>
        <translation>Kronecker-mal</translation>
    </message>
    <message>
        <source>Kullback-Leibler divergence</source>
        <translation>Kullback-Leibler-Divergenz</translation>
    </message>
    <message>
        <source>La&amp;yout</source>
        <translation>A&amp;nordnung</translation>
    </message>
    <message>
        <source>LaTeX</source>
        <translation>LaTeX</translation>
    </message>
    <message>
        <source>LaTeX slides</source>
        <translation>LaTeX-Folien</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Last mistakes</source>
        <translation>Letzte Fehler</translation>
    </message>
    <message>
        <source>Last mistakes, {0}: {1}</source>
        <translation>Letzte Fehler, {0}: {1}</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Layer norm</source>
        <translation>Layer-Norm</translation>
    </message>
    <message>
        <source>Layers are applied to one value; a loss takes two.</source>
        <translation>Schichten werden auf einen Wert angewandt; ein Verlust nimmt zwei.</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>Layout of derivatives</source>
        <translation>Anordnung der Ableitungen</translation>
    </message>
    <message>
        <source>Least squares</source>
        <translation>Kleinste Quadrate</translation>
    </message>
    <message>
        <source>Leave it open, with a name such as n.</source>
        <translation>Lassen Sie sie offen, mit einem Namen wie n.</translation>
    </message>
    <message>
        <source>Leave it out, or open a bracket before it.</source>
        <translation>Weglassen oder davor eine Klammer öffnen.</translation>
    </message>
    <message>
        <source>Leave it out, or write the function in words.</source>
        <translation>Lassen Sie es weg, oder schreiben Sie die Funktion aus.</translation>
    </message>
    <message>
        <source>Leave it out: the function alone is differentiated with respect to {0}. For a product write d {0}.</source>
        <translation>Es kann wegbleiben: Die Funktion allein wird nach {0} abgeleitet. Für ein Produkt: d {0}.</translation>
    </message>
    <message>
        <source>Leave pro&amp;jection or full screen</source>
        <translation>P&amp;rojektion oder Vollbild verlassen</translation>
    </message>
    <message>
        <source>Leave the sizes open (n instead of a number), or make them smaller.</source>
        <translation>Die Größen offen lassen (n statt einer Zahl) oder verkleinern.</translation>
    </message>
    <message>
        <source>Leaves alone</source>
        <translation>Lässt unverändert</translation>
    </message>
    <message>
        <source>Left the values, right their adjoints: the derivatives of {L}.</source>
        <translation>Links die Werte, rechts ihre Adjungierten: die Ableitungen von {L}.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>Lessons left out</source>
        <translation>Weggelassene Lektionen</translation>
    </message>
    <message>
        <source>Lessons left out: {0}</source>
        <translation>Weggelassene Lektionen: {0}</translation>
    </message>
    <message>
        <source>Let all entries of {x} grow by the same amount, and ask what the normalised vector does.</source>
        <translation>Lass alle Einträge von {x} um denselben Betrag wachsen und frag, was der normierte Vektor tut.</translation>
    </message>
    <message>
        <source>Let {0} run to {1}, or declare {2} with the size {3}.</source>
        <translation>{0} bis {1} laufen lassen oder {2} mit der Größe {3} vereinbaren.</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Level of detail</source>
        <translation>Ausführlichkeit</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Like terms</source>
        <translation>Gleichartige Terme</translation>
    </message>
    <message>
        <source>Likelihoods are products over the samples, which their logarithms make sums of.</source>
        <translation>Likelihoods sind Produkte über die Stichproben; ihre Logarithmen machen Summen daraus.</translation>
    </message>
    <message>
        <source>Limits and maps are not part of the language.</source>
        <translation>Grenzwerte und Abbildungen gehören nicht zur Sprache.</translation>
    </message>
    <message>
        <source>Limits are not part of the language.</source>
        <translation>Grenzwerte gehören nicht zur Sprache.</translation>
    </message>
    <message>
        <source>Line {0}</source>
        <translation>Zeile {0}</translation>
    </message>
    <message>
        <source>Line {0}, {1}</source>
        <translation>Zeile {0}, {1}</translation>
    </message>
    <message>
        <source>Line {0}: {1}</source>
        <translation>Zeile {0}: {1}</translation>
    </message>
    <message>
        <source>Line {number} follows: {before} is equal to {line}.</source>
        <translation>Zeile {number} folgt: {before} ist gleich {line}.</translation>
    </message>
    <message>
        <source>Linear in a matrix</source>
        <translation>Linear in einer Matrix</translation>
    </message>
    <message>
        <source>Linear operation</source>
        <translation>Lineare Operation</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Lines on which {0} has the values {1}. At ({2}, {3}), where the value is {4}, the gradient ({5}, {6}) points across the line, in the direction in which the function grows fastest.</source>
        <translation>Linien, auf denen {0} die Werte {1} hat. Bei ({2}, {3}) mit dem Wert {4} zeigt der Gradient ({5}, {6}) quer zur Linie, dorthin, wo die Funktion am schnellsten wächst.</translation>
    </message>
    <message>
        <source>Lines that go on with “=” were left out: they say the same in another form.</source>
        <translation>Zeilen, die mit „=“ weitergehen, wurden weggelassen: Sie sagen dasselbe in anderer Form.</translation>
    </message>
    <message>
        <source>Lines that play no part in computing the function were left out.</source>
        <translation>Zeilen, die nichts von der Funktion berechnen, wurden weggelassen.</translation>
    </message>
    <message>
        <source>List of lessons</source>
        <translation>Liste der Lektionen</translation>
    </message>
    <message>
        <source>Lists may be nested only a few levels deep.</source>
        <translation>Listen stehen höchstens einige Male ineinander.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Logarithm of a product</source>
        <translation>Logarithmus eines Produkts</translation>
    </message>
    <message>
        <source>Logarithm of a share</source>
        <translation>Logarithmus eines Anteils</translation>
    </message>
    <message>
        <source>Logarithm of a softmax</source>
        <translation>Logarithmus eines Softmax</translation>
    </message>
    <message>
        <source>Logistic function entry by entry</source>
        <translation>Logistische Funktion, Eintrag für Eintrag</translation>
    </message>
    <message>
        <source>Look at a row where the neuron is active. What stands there in brackets is the answer minus what was wanted, the error of this row. It deserves a name: {e_i = w · X_i + b - y_i}. Every row has its own, so the name carries the index of the sum. Typed after the word where, the name waits until the derivation is done, and then takes the place of the error in the result.</source>
        <translation>Sieh dir eine Zeile an, in der das Neuron aktiv ist. Was dort in der Klammer steht, ist die Antwort minus das, was gewünscht war, der Fehler dieser Zeile. Er verdient einen Namen: {e_i = w · X_i + b - y_i}. Jede Zeile hat ihren eigenen, also trägt der Name den Index der Summe. Nach dem Wort where eingetippt, wartet der Name, bis die Ableitung fertig ist, und tritt dann im Ergebnis an die Stelle des Fehlers.</translation>
    </message>
    <message>
        <source>Look at the product of the weights along the longest path of the graph.</source>
        <translation>Sieh dir das Produkt der Gewichte entlang des längsten Wegs im Graphen an.</translation>
    </message>
    <message>
        <source>Look at the step for the shared value: two contributions, one sum.</source>
        <translation>Sieh dir den Schritt für den gemeinsamen Wert an: zwei Beiträge, eine Summe.</translation>
    </message>
    <message>
        <source>Look at {part}.</source>
        <translation>Sehen Sie auf {part}.</translation>
    </message>
    <message>
        <source>Look for a factor that both entries share. There is a whole line of such points.</source>
        <translation>Suche einen Faktor, den beide Einträge gemeinsam haben. Es gibt eine ganze Gerade solcher Punkte.</translation>
    </message>
    <message>
        <source>Look up the Jacobian of an operation that works entry by entry.</source>
        <translation>Die Jacobi-Matrix einer elementweisen Operation nachschlagen.</translation>
    </message>
    <message>
        <source>Look up the gradients of sums and of dot products.</source>
        <translation>Die Gradienten von Summen und Skalarprodukten nachschlagen.</translation>
    </message>
    <message>
        <source>Look up the shape of a derivative, and how it is made of partial derivatives.</source>
        <translation>Die Form einer Ableitung nachschlagen, und wie sie aus partiellen Ableitungen besteht.</translation>
    </message>
    <message>
        <source>Look up what a vector and a scalar give, with respect to either of them.</source>
        <translation>Nachschlagen, was ein Vektor und ein Skalar ergeben, nach jedem von beiden.</translation>
    </message>
    <message>
        <source>Losses are read as a mean or a sum.</source>
        <translation>Verluste werden als Mittel oder Summe gelesen.</translation>
    </message>
    <message>
        <source>Lower-case letters are scalars or column vectors; which of the two, their shape says. Upper-case letters are matrices. Shapes are given once, for instance as “w: n” or “X: N x n”, and what is not given is found out from the way a name is used. Each sign stands below with what it means; it is typed as the expressions of all lessons are, with Unicode signs or with plain ones.</source>
        <translation>Kleinbuchstaben sind Skalare oder Spaltenvektoren; welches von beiden, sagt ihre Form. Großbuchstaben sind Matrizen. Formen werden einmal angegeben, zum Beispiel als „w: n“ oder „X: N x n“, und was nicht angegeben ist, ergibt sich daraus, wie ein Name verwendet wird. Unten steht jedes Zeichen mit seiner Bedeutung; es wird so getippt wie die Ausdrücke aller Lektionen, mit Unicode-Zeichen oder mit einfachen.</translation>
    </message>
    <message>
        <source>MATLAB</source>
        <translation>MATLAB</translation>
    </message>
    <message>
        <source>Magnus and Neudecker, Matrix Differential Calculus, chapter 2</source>
        <translation>Magnus und Neudecker, Matrix Differential Calculus, Kapitel 2</translation>
    </message>
    <message>
        <source>Magnus and Neudecker, Matrix Differential Calculus, chapters 8 and 9</source>
        <translation>Magnus und Neudecker, Matrix Differential Calculus, Kapitel 8 und 9</translation>
    </message>
    <message>
        <source>Magnus and Neudecker, Matrix Differential Calculus, chapters 8 and 9 and the operations table</source>
        <translation>Magnus und Neudecker, Matrix Differential Calculus, Kapitel 8 und 9, und die Tabelle der Operationen</translation>
    </message>
    <message>
        <source>Magnus and Neudecker, Matrix Differential Calculus, section 2.4</source>
        <translation>Magnus und Neudecker, Matrix Differential Calculus, Abschnitt 2.4</translation>
    </message>
    <message>
        <source>Magnus and Neudecker, Matrix Differential Calculus, section 3.6</source>
        <translation>Magnus und Neudecker, Matrix Differential Calculus, Abschnitt 3.6</translation>
    </message>
    <message>
        <source>Magnus and Neudecker, Matrix Differential Calculus, section 3.7</source>
        <translation>Magnus und Neudecker, Matrix Differential Calculus, Abschnitt 3.7</translation>
    </message>
    <message>
        <source>Magnus and Neudecker, Matrix Differential Calculus, section 3.7 and chapter 4</source>
        <translation>Magnus und Neudecker, Matrix Differential Calculus, Abschnitt 3.7 und Kapitel 4</translation>
    </message>
    <message>
        <source>Magnus and Neudecker, Matrix Differential Calculus, section 3.8</source>
        <translation>Magnus und Neudecker, Matrix Differential Calculus, Abschnitt 3.8</translation>
    </message>
    <message>
        <source>Magnus and Neudecker, Matrix Differential Calculus, section 9.3</source>
        <translation>Magnus und Neudecker, Matrix Differential Calculus, Abschnitt 9.3</translation>
    </message>
    <message>
        <source>Make both sizes equal: {0} or {1}.</source>
        <translation>Machen Sie beide Größen gleich: {0} oder {1}.</translation>
    </message>
    <message>
        <source>Many matrices stand before a symmetric dS in one and the same value, for tr(G dS) = tr(G&apos; dS): the derivative is the symmetric one of them, (G + G&apos;)/2. Before a diagonal change it is the diagonal one.</source>
        <translation>Vor einem symmetrischen dS geben viele Matrizen denselben Wert, denn tr(G dS) = tr(G&apos; dS): die Ableitung ist die symmetrische unter ihnen, (G + G&apos;)/2. Vor einer diagonalen Änderung ist es die diagonale.</translation>
    </message>
    <message>
        <source>Many operations on two vectors of the same length work entry by entry: entry {i} of {w + x} is {w_i + x_i}, entry {i} of {w ⊗ x} is {w_i x_i}. No entry looks at its neighbours.</source>
        <translation>Viele Operationen auf zwei Vektoren gleicher Länge arbeiten elementweise, das heißt Eintrag für Eintrag: Eintrag {i} von {w + x} ist {w_i + x_i}, Eintrag {i} von {w ⊗ x} ist {w_i x_i}. Kein Eintrag sieht auf seine Nachbarn.</translation>
    </message>
    <message>
        <source>MathML</source>
        <translation>MathML</translation>
    </message>
    <message>
        <source>Mathematica</source>
        <translation>Mathematica</translation>
    </message>
    <message>
        <source>Matrices</source>
        <translation>Matrizen</translation>
    </message>
    <message>
        <source>Matrices, cases and displays are.</source>
        <translation>Matrizen, Fälle und abgesetzte Formeln werden gelesen.</translation>
    </message>
    <message>
        <source>Matrix sums</source>
        <translation>Summen von Matrizen</translation>
    </message>
    <message>
        <source>Matrix times vector</source>
        <translation>Matrix mal Vektor</translation>
    </message>
    <message>
        <source>Matrix variable</source>
        <translation>Matrix als Variable</translation>
    </message>
    <message>
        <source>Mean and covariance in one sweep</source>
        <translation>Mittelwert und Kovarianz in einem Durchgang</translation>
    </message>
    <message>
        <source>Mean, variance and layer norm</source>
        <translation>Mittelwert, Varianz und Layer-Norm</translation>
    </message>
    <message>
        <source>Measured at {places}: {wanted}.</source>
        <translation>Gemessen bei {places}: {wanted}.</translation>
    </message>
    <message>
        <source>Measured from differences of the function.</source>
        <translation>Gemessen an Differenzen der Funktion.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Mine says the same</source>
        <translation>Meine sagt dasselbe</translation>
    </message>
    <message>
        <source>Minus a difference</source>
        <translation>Minus eine Differenz</translation>
    </message>
    <message>
        <source>Minus a difference is the difference the other way round.</source>
        <translation>Minus eine Differenz ist die umgedrehte Differenz.</translation>
    </message>
    <message>
        <source>Minus a difference is the difference the other way round: one sign fewer to read.</source>
        <translation>Minus eine Differenz ist die umgekehrte Differenz: ein Vorzeichen weniger zu lesen.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More about this rule</source>
        <translation>Mehr über diese Regel</translation>
    </message>
    <message>
        <source>More cannot be said, because nothing more is known.</source>
        <translation>Mehr lässt sich nicht sagen, denn mehr ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Move a constant factor out of the sum</source>
        <translation>Konstanter Faktor aus der Summe</translation>
    </message>
    <message>
        <source>Move a derivative inside a sum over an index.</source>
        <translation>Eine Ableitung in eine Summe über einen Index ziehen.</translation>
    </message>
    <message>
        <source>Move factors into the cases</source>
        <translation>Faktoren in die Fälle bringen</translation>
    </message>
    <message>
        <source>Move the derivative inside the sum</source>
        <translation>Die Ableitung in die Summe ziehen</translation>
    </message>
    <message>
        <source>Multiples of the same vector or matrix add up: the numbers in front are added.</source>
        <translation>Vielfache desselben Vektors oder derselben Matrix werden addiert, indem man die Zahlen davor addiert.</translation>
    </message>
    <message>
        <source>Multiply along each path and add over the paths.</source>
        <translation>Entlang jedes Weges multiplizieren und über die Wege addieren.</translation>
    </message>
    <message>
        <source>Multiply block by block</source>
        <translation>Block für Block multiplizieren</translation>
    </message>
    <message>
        <source>Multiply fractions</source>
        <translation>Brüche multiplizieren</translation>
    </message>
    <message>
        <source>Multiply into the bracket</source>
        <translation>In die Klammer multiplizieren</translation>
    </message>
    <message>
        <source>Multiply into the bracket entry by entry</source>
        <translation>Eintrag für Eintrag in die Klammer multiplizieren</translation>
    </message>
    <message>
        <source>Multiply out</source>
        <translation>Ausmultiplizieren</translation>
    </message>
    <message>
        <source>Multiply out a number</source>
        <translation>Eine Zahl ausmultiplizieren</translation>
    </message>
    <message>
        <source>Multiply out entry by entry</source>
        <translation>Eintrag für Eintrag ausmultiplizieren</translation>
    </message>
    <message>
        <source>Multiply out matrices</source>
        <translation>Matrizen ausmultiplizieren</translation>
    </message>
    <message>
        <source>Multiply out the change</source>
        <translation>Die Änderung ausmultiplizieren</translation>
    </message>
    <message>
        <source>Multiply out the numerator</source>
        <translation>Über dem Bruchstrich ausmultiplizieren</translation>
    </message>
    <message>
        <source>Multiply out to use δ</source>
        <translation>Ausmultiplizieren, um δ zu nutzen</translation>
    </message>
    <message>
        <source>Multiply out what cancels entry by entry</source>
        <translation>Ausmultiplizieren, was sich Eintrag für Eintrag kürzt</translation>
    </message>
    <message>
        <source>Multiply the Jacobians along the path.</source>
        <translation>Die Jacobi-Matrizen entlang des Weges multiplizieren.</translation>
    </message>
    <message>
        <source>Multiply the local derivatives along the one path from the variable to the value.</source>
        <translation>Die lokalen Ableitungen entlang des einen Weges von der Variable zum Wert multiplizieren.</translation>
    </message>
    <message>
        <source>Multiply the matrices</source>
        <translation>Matrizen multiplizieren</translation>
    </message>
    <message>
        <source>Multiply the two matrices of weights.</source>
        <translation>Multipliziere die beiden Gewichtsmatrizen.</translation>
    </message>
    <message>
        <source>Multiplying by the identity matrix changes nothing.</source>
        <translation>Mit der Einheitsmatrix zu multiplizieren ändert nichts.</translation>
    </message>
    <message>
        <source>Multiplying entry by entry and adding up may be done block by block; a block that is one number is multiplied.</source>
        <translation>Elementweise zu multiplizieren und zu summieren geht auch Block für Block; ein Block, der eine einzelne Zahl ist, wird multipliziert.</translation>
    </message>
    <message>
        <source>Multiplying entry by entry with v is multiplying by the matrix diag(v).</source>
        <translation>Elementweise mit v zu multiplizieren heißt, mit der Matrix diag(v) zu multiplizieren.</translation>
    </message>
    <message>
        <source>Multiplying every entry by the same number is multiplying the vector by it.</source>
        <translation>Jeden Eintrag mit derselben Zahl zu multiplizieren heißt, den Vektor damit zu multiplizieren.</translation>
    </message>
    <message>
        <source>Multiplying out is worthwhile where it leaves no fraction in the bracket.</source>
        <translation>Ausmultiplizieren lohnt sich, wo danach kein Bruch in der Klammer bleibt.</translation>
    </message>
    <message>
        <source>Multiplying out is worthwhile where it leaves one fraction fewer.</source>
        <translation>Ausmultiplizieren lohnt sich, wo dadurch ein Bruchstrich wegfällt.</translation>
    </message>
    <message>
        <source>Multiplying out usually makes an expression longer; it is worthwhile where like terms cancel.</source>
        <translation>Ausmultiplizieren macht einen Ausdruck meist länger; es lohnt sich, wo sich gleichartige Terme aufheben.</translation>
    </message>
    <message>
        <source>Name a .toml file.</source>
        <translation>Eine .toml-Datei nennen.</translation>
    </message>
    <message>
        <source>Name a lesson, a .toml file.</source>
        <translation>Eine Lektion nennen, eine .toml-Datei.</translation>
    </message>
    <message>
        <source>Name a term</source>
        <translation>Einen Term benennen</translation>
    </message>
    <message>
        <source>Name a variable, such as x, or vec(X) for the columns of a matrix.</source>
        <translation>Zu nennen ist eine Variable wie x, oder vec(X) für die Spalten einer Matrix.</translation>
    </message>
    <message>
        <source>Name a variable, such as x. One that is called {0} is declared first: … where {0}: scalar.</source>
        <translation>Eine Variable nennen, etwa x. Eine, die {0} heißt, wird vorher erklärt: … where {0}: scalar.</translation>
    </message>
    <message>
        <source>Name each operation from the inside out, beginning with {first}; the last name, {y}, is the whole function. What is wanted is how fast {y} changes with {x}.</source>
        <translation>Jede Operation von innen nach außen benennen, angefangen bei {first}; der letzte Name, {y}, ist die ganze Funktion. Gesucht ist, wie schnell sich {y} mit {x} ändert.</translation>
    </message>
    <message>
        <source>Name every variable once.</source>
        <translation>Jede Variable einmal nennen.</translation>
    </message>
    <message>
        <source>Name intermediate variables from the inside out.</source>
        <translation>Zwischenvariablen von innen nach außen benennen.</translation>
    </message>
    <message>
        <source>Name it with the parameters: {0}.</source>
        <translation>Nennen Sie ihn mit den Parametern: {0}.</translation>
    </message>
    <message>
        <source>Name one above: problem = &quot;…&quot;.</source>
        <translation>Eine darüber nennen: problem = &quot;…&quot;.</translation>
    </message>
    <message>
        <source>Name one, such as x.</source>
        <translation>Eine nennen, zum Beispiel x.</translation>
    </message>
    <message>
        <source>Name skills or rules.</source>
        <translation>Nennen Sie Fertigkeiten oder Regeln.</translation>
    </message>
    <message>
        <source>Name the matrix and give its size instead of dots.</source>
        <translation>Die Matrix benennen und statt der Punkte ihre Größe angeben.</translation>
    </message>
    <message>
        <source>Name the parts from the inside out.</source>
        <translation>Die Teile von innen nach außen benennen.</translation>
    </message>
    <message>
        <source>Name the values of the forward pass and find their adjoints from the last to the first.</source>
        <translation>Die Werte des Vorwärtsdurchgangs benennen und ihre Adjungierten vom letzten bis zum ersten finden.</translation>
    </message>
    <message>
        <source>Name the variable that it is differentiated with respect to: lambda x: x**2.</source>
        <translation>Nenne, wonach abgeleitet wird: lambda x: x**2.</translation>
    </message>
    <message>
        <source>Name the vector and give its size instead of dots.</source>
        <translation>Den Vektor benennen und statt der Punkte seine Größe angeben.</translation>
    </message>
    <message>
        <source>Name the whole matrix {0}, or one entry: {1}.</source>
        <translation>Nennen Sie die ganze Matrix {0} oder einen Eintrag: {1}.</translation>
    </message>
    <message>
        <source>Names are made of Latin or Greek letters, digits and subscripts.</source>
        <translation>Namen bestehen aus lateinischen oder griechischen Buchstaben, Ziffern und Indizes.</translation>
    </message>
    <message>
        <source>Names from the inside out, a derivative for each, multiplied along the one path.</source>
        <translation>Namen von innen nach außen, eine Ableitung für jeden, längs des einen Pfads multipliziert.</translation>
    </message>
    <message>
        <source>Names in every entry</source>
        <translation>Namen in jedem Eintrag</translation>
    </message>
    <message>
        <source>Names like {x}, {y}, {z} run out quickly. So the variables move into one vector {x} and are called by number: {x_1}, {x_2} and so on, each a scalar. Nothing else changes; compare the next derivation with C2, line by line.</source>
        <translation>Namen wie {x}, {y}, {z} gehen bald aus. Also ziehen die Variablen in einen einzigen Vektor {x} und werden mit Nummern gerufen: {x_1}, {x_2} und so weiter, jede ein Skalar. Sonst ändert sich nichts; vergleiche die nächste Ableitung Zeile für Zeile mit C2.</translation>
    </message>
    <message>
        <source>Names where they are needed</source>
        <translation>Namen, wo sie gebraucht werden</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Negatives</translation>
    </message>
    <message>
        <source>Negative exponent</source>
        <translation>Negativer Exponent</translation>
    </message>
    <message>
        <source>Negative of zero</source>
        <translation>Null mit Minuszeichen</translation>
    </message>
    <message>
        <source>Neither is differentiated like a number: the differential brings the inverse in.</source>
        <translation>Beide werden nicht wie Zahlen abgeleitet: das Differential bringt die Inverse herein.</translation>
    </message>
    <message>
        <source>Neither the base {f} nor the exponent {g} is constant: write the power as e to the power {g} times the logarithm of {f}; the product rule gives the two terms.</source>
        <translation>Weder die Basis {f} noch der Exponent {g} ist konstant: die Potenz als e hoch {g} mal Logarithmus von {f} schreiben; die Produktregel ergibt die beiden Terme.</translation>
    </message>
    <message>
        <source>Neither the power rule nor the exponential rule is enough alone.</source>
        <translation>Weder die Potenzregel noch die Exponentialregel genügt allein.</translation>
    </message>
    <message>
        <source>Nested element-wise products</source>
        <translation>Produkte von Produkten, Eintrag für Eintrag</translation>
    </message>
    <message>
        <source>Nested functions are machines in a row. In {sin(x^2)} the first machine squares, the second takes the sine of whatever comes in. Give what travels between them a name: {u = x^2}, then {y = sin(u)}. Each line is now so simple that a rule from the table differentiates it.</source>
        <translation>Verschachtelte Funktionen sind Maschinen in einer Reihe. In {sin(x^2)} quadriert die erste Maschine, die zweite nimmt den Sinus von dem, was hereinkommt. Gib dem, was dazwischen wandert, einen Namen: {u = x^2}, dann {y = sin(u)}. Jede Zeile ist nun so einfach, dass eine Regel aus der Tabelle sie ableitet.</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>Networks of Linear layers are read; write the others as products of matrices.</source>
        <translation>Netze aus Linear-Schichten werden gelesen; schreibe die anderen als Matrixprodukte.</translation>
    </message>
    <message>
        <source>Neural networks</source>
        <translation>Neuronale Netze</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Next &amp;colours</source>
        <translation>Nächste &amp;Farben</translation>
    </message>
    <message>
        <source>Next p&amp;ane</source>
        <translation>Nächster &amp;Bereich</translation>
    </message>
    <message>
        <source>Next problem: {0}</source>
        <translation>Nächste Aufgabe: {0}</translation>
    </message>
    <message>
        <source>Next slide or line</source>
        <translation>Nächste Folie oder Zeile</translation>
    </message>
    <message>
        <source>Next slide: {0}</source>
        <translation>Nächste Folie: {0}</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Next step, or the step whose n&amp;umber was typed</source>
        <translation>Nächster Schritt, oder der mit der &amp;getippten Nummer</translation>
    </message>
    <message>
        <source>Next: {0}</source>
        <translation>Weiter: {0}</translation>
    </message>
    <message>
        <source>No derivation of its own: {0}.</source>
        <translation>Keine eigene Ableitung: {0}.</translation>
    </message>
    <message>
        <source>No entry is zero. Taking the diagonal for the whole is a mistake that no shape gives away.</source>
        <translation>Kein Eintrag ist null. Die Diagonale für das Ganze zu nehmen ist ein Fehler, den keine Form verrät.</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>Noch keine Datei</translation>
    </message>
    <message>
        <source>No intermediate variable is left: the definitions are no longer needed.</source>
        <translation>Es ist keine Zwischenvariable übrig: Die Definitionen werden nicht mehr gebraucht.</translation>
    </message>
    <message>
        <source>No intermediate variables have been introduced here.</source>
        <translation>Hier sind keine Zwischenvariablen eingeführt.</translation>
    </message>
    <message>
        <source>No known name begins like this.</source>
        <translation>Kein bekannter Name beginnt so.</translation>
    </message>
    <message>
        <source>No method arrives at a result here.</source>
        <translation>Hier kommt kein Verfahren zu einem Ergebnis.</translation>
    </message>
    <message>
        <source>No root is left, so the differential is twice the value times its own change: tr(F′ dF) for a matrix F.</source>
        <translation>Es bleibt keine Wurzel, also ist das Differential zweimal der Wert mal seiner eigenen Änderung: tr(F′ dF) für eine Matrix F.</translation>
    </message>
    <message>
        <source>No single rule covers {f}: its entries are differentiated one by one and put together again.</source>
        <translation>Keine einzelne Regel deckt {f} ab: Die Einträge werden einzeln abgeleitet und wieder zusammengesetzt.</translation>
    </message>
    <message>
        <source>No tangent at {place}.</source>
        <translation>Keine Tangente bei {place}.</translation>
    </message>
    <message>
        <source>No term depends on {i}: {n} equal terms are {n} times that term.</source>
        <translation>Kein Summand hängt von {i} ab: {n} gleiche Summanden sind das {n}-fache dieses Summanden.</translation>
    </message>
    <message>
        <source>No value at</source>
        <translation>Kein Wert bei</translation>
    </message>
    <message>
        <source>None is negative and some are zero: positive semidefinite here, flat in some directions.</source>
        <translation>Keiner ist negativ und manche sind null: hier positiv semidefinit, in manchen Richtungen flach.</translation>
    </message>
    <message>
        <source>None is positive and some are zero: negative semidefinite here, flat in some directions.</source>
        <translation>Keiner ist positiv und manche sind null: hier negativ semidefinit, in manchen Richtungen flach.</translation>
    </message>
    <message>
        <source>None of the cases of {0} holds here.</source>
        <translation>Keiner der Fälle von {0} trifft hier zu.</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Normalising takes the mean off a vector and divides by the standard deviation. Every entry of the result depends on every entry of {x}, in three ways: directly, through the mean, and through the deviation. Go up in small steps.</source>
        <translation>Normieren zieht von einem Vektor das Mittel ab und teilt durch die Standardabweichung. Jeder Eintrag des Ergebnisses hängt von jedem Eintrag von {x} ab, auf drei Arten: direkt, über das Mittel und über die Abweichung. Geh in kleinen Schritten vor.</translation>
    </message>
    <message>
        <source>Not all values are scalars.</source>
        <translation>Nicht alle Werte sind Skalare.</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Gar nicht</translation>
    </message>
    <message>
        <source>Not checked.</source>
        <translation>Nicht geprüft.</translation>
    </message>
    <message>
        <source>Not checked: {0}.</source>
        <translation>Nicht geprüft: {0}.</translation>
    </message>
    <message>
        <source>Not equal to the answer.</source>
        <translation>Nicht gleich der Antwort.</translation>
    </message>
    <message>
        <source>Not right: {0}</source>
        <translation>Nicht richtig: {0}</translation>
    </message>
    <message>
        <source>Not the value of the first line: {0}.</source>
        <translation>Nicht der Wert der ersten Zeile: {0}.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>Notation</source>
        <translation>Schreibweisen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Nothing but the four derived formulas is at work here. After sixty steps the errors of all four rows are small: the network has learned what no single neuron can.</source>
        <translation>Hier arbeiten nur die vier abgeleiteten Formeln. Nach sechzig Schritten sind die Fehler aller vier Zeilen klein: Das Netz hat gelernt, was kein einzelnes Neuron kann.</translation>
    </message>
    <message>
        <source>Nothing has “{0}” in it.</source>
        <translation>„{0}“ kommt nirgends vor.</translation>
    </message>
    <message>
        <source>Nothing in this argument depends on which operation it is. So let the sign {w ○ x} stand for any of them, a sum, a product, the larger of two; and let the two sides be functions as well. To begin with, say of these functions only that their values are vectors of {n} entries. Then every entry of the value may react to every entry of {w}, and the Jacobian is a full grid.</source>
        <translation>Nichts an dieser Überlegung hängt davon ab, welche Operation es ist. Also stehe das Zeichen {w ○ x} für irgendeine davon, eine Summe, ein Produkt, das Größere von zweien; und auch die beiden Seiten seien Funktionen. Über diese Funktionen ist zunächst nur gesagt, dass ihre Werte Vektoren mit {n} Einträgen sind. Dann kann jeder Eintrag des Werts auf jeden Eintrag von {w} reagieren, und die Jacobi-Matrix ist ein volles Raster.</translation>
    </message>
    <message>
        <source>Nothing is known about the function but that its entry i depends on entry i of its argument; that makes its Jacobian diagonal.</source>
        <translation>Von der Funktion ist nur bekannt, dass ihr Eintrag i von Eintrag i ihres Arguments abhängt; deshalb ist ihre Jacobi-Matrix diagonal.</translation>
    </message>
    <message>
        <source>Nothing is known about the function {0} but its name, so there are no numbers to show.</source>
        <translation>Von der Funktion {0} ist nur der Name bekannt, also gibt es keine Zahlen zu zeigen.</translation>
    </message>
    <message>
        <source>Nothing is known about the two functions but their shapes, and the rule needs no more.</source>
        <translation>Von den beiden Funktionen ist nichts bekannt als ihre Formen, und mehr braucht die Regel nicht.</translation>
    </message>
    <message>
        <source>Nothing is known of an abstract function but that it has a derivative with respect to its argument. The argument gets a letter for that, and its own derivative follows as a factor.</source>
        <translation>Von einer abstrakten Funktion ist nur bekannt, dass sie eine Ableitung nach ihrem Argument hat. Das Argument bekommt dafür einen Buchstaben, und seine eigene Ableitung folgt als Faktor.</translation>
    </message>
    <message>
        <source>Nothing is lost: save it under another name.</source>
        <translation>Nichts ist verloren: unter einem anderen Namen speichern.</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Nichts ist geöffnet.</translation>
    </message>
    <message>
        <source>Nothing that is pasted is executed: leave this line out, and paste the lines that compute the function.</source>
        <translation>Nichts Eingefügtes wird ausgeführt: Lassen Sie diese Zeile weg, und fügen Sie die Zeilen ein, die die Funktion berechnen.</translation>
    </message>
    <message>
        <source>Nothing that is pasted is executed: paste the lines that compute the function.</source>
        <translation>Nichts Eingefügtes wird ausgeführt: Füge die Zeilen ein, die die Funktion berechnen.</translation>
    </message>
    <message>
        <source>Nothing. The product of two matrices is a matrix, so the two layers are one layer with that product as its weights; at most its rank is smaller. It is the activation between them that makes the difference.</source>
        <translation>Nichts. Das Produkt zweier Matrizen ist eine Matrix, also sind die beiden Schichten eine Schicht mit diesem Produkt als Gewichten; höchstens ihr Rang ist kleiner. Den Unterschied macht die Aktivierung zwischen ihnen.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Now all of it. The quotient rule meets a vector above the bar and a number below it. Two directions will be special: all entries moving together, and all entries moving in proportion to their deviations.</source>
        <translation>Nun das Ganze. Die Quotientenregel trifft auf einen Vektor über dem Strich und eine Zahl darunter. Zwei Richtungen werden besonders sein: alle Einträge bewegen sich gemeinsam, und alle Einträge bewegen sich im Verhältnis ihrer Abweichungen.</translation>
    </message>
    <message>
        <source>Now all of it. With {z = w · x + b} the neuron is {max(0, z)}, and the chain rule multiplies the slope of the activation by the derivative of {z}. The slope comes in two cases, so the product comes in two cases. In the case where the slope is zero, what remains is a row of zeros not the number zero: a derivative with respect to {w} has {n} entries, even when all of them vanish.</source>
        <translation>Nun das Ganze. Mit {z = w · x + b} ist das Neuron {max(0, z)}, und die Kettenregel multipliziert die Steigung der Aktivierung mit der Ableitung von {z}. Die Steigung kommt in zwei Fällen, also kommt auch das Produkt in zwei Fällen. In dem Fall, in dem die Steigung null ist, bleibt eine Zeile von Nullen und nicht die Zahl null: Eine Ableitung nach {w} hat {n} Einträge, auch wenn sie alle verschwinden.</translation>
    </message>
    <message>
        <source>Now demand that the functions work entry by entry too. That is typed with a point before the bracket, “f.(w)”: entry {i} of the value looks at {w_i} and at nothing else. From this one piece of knowledge all entries off the diagonal vanish, whatever the functions and the operation are. Watch for the step that puts {w_i} in the place of {w}.</source>
        <translation>Verlange nun, dass auch die Funktionen elementweise arbeiten. Das wird mit einem Punkt vor der Klammer getippt, „f.(w)“: Eintrag {i} des Werts sieht auf {w_i} und auf nichts anderes. Schon wegen dieses einen Umstands verschwinden alle Einträge neben der Diagonale, was auch immer die Funktionen und die Operation sind. Achte auf den Schritt, der {w_i} an die Stelle von {w} setzt.</translation>
    </message>
    <message>
        <source>Now keep both answers together. The gradient is the row {[[∂(f)/∂(x), ∂(f)/∂(y)]]}: one entry for each variable, in the order of the variables. It is a list of partial derivatives and nothing more mysterious than that, yet all of what follows is built from it.</source>
        <translation>Nun behalte beide Antworten zusammen. Der Gradient ist die Zeile {[[∂(f)/∂(x), ∂(f)/∂(y)]]}: ein Eintrag für jede Variable, in der Reihenfolge der Variablen. Er ist eine Liste partieller Ableitungen und nichts Geheimnisvolleres, und doch ist alles Folgende daraus gebaut.</translation>
    </message>
    <message>
        <source>Now look at it as one vector function inside another. The inner vector has the entries {x^2} and {3 x}; the outer function takes the logarithm of the first and the sine of the second. Each entry of the value adds up contributions over all entries of the inner vector, just as in the last lesson. Adding products over a shared index is exactly what a product of matrices does.</source>
        <translation>Sieh es nun als eine Vektorfunktion in einer anderen an. Der innere Vektor hat die Einträge {x^2} und {3 x}; die äußere Funktion nimmt den Logarithmus des ersten und den Sinus des zweiten. Jeder Eintrag des Werts summiert Beiträge über alle Einträge des inneren Vektors, genau wie in der letzten Lektion. Produkte über einen gemeinsamen Index zu summieren ist genau das, was ein Produkt von Matrizen tut.</translation>
    </message>
    <message>
        <source>Now take the steps. Four inputs with their wanted answers are given; the answers come from a neuron with the weights 1 and −0.5 and the bias 0.5, which the descent does not know. It starts somewhere else. At every point both gradients are worked out from the formulas that were derived above, and then weights and bias step together.</source>
        <translation>Geh nun die Schritte. Vier Eingaben mit ihren gewünschten Antworten sind gegeben; die Antworten stammen von einem Neuron mit den Gewichten 1 und −0.5 und dem Bias 0.5, das der Abstieg nicht kennt. Er beginnt anderswo. An jedem Punkt werden beide Gradienten aus den Formeln ausgerechnet, die oben abgeleitet sind, und dann gehen Gewichte und Bias zusammen einen Schritt.</translation>
    </message>
    <message>
        <source>Now the gradient says something simple. Take each active input, weight it by its error, add up, divide by the number of rows, and double. A row that is far off pulls hard; a row that is right does not pull at all, and neither does one that is not active.</source>
        <translation>Nun sagt der Gradient etwas Einfaches. Nimm jede aktive Eingabe, gewichte sie mit ihrem Fehler, addiere, teile durch die Anzahl der Zeilen und verdopple. Eine Zeile, die weit danebenliegt, zieht stark; eine Zeile, die richtig liegt, zieht gar nicht, und eine, die nicht aktiv ist, ebenso wenig.</translation>
    </message>
    <message>
        <source>Now with vectors. The mean comes first. It stands in the distance alone, twice, and the inverse of the covariance, which is called the precision {P}, stands still between the two. It is symmetric, and this is declared along with the function.</source>
        <translation>Nun mit Vektoren. Der Mittelwert kommt zuerst. Er steht nur im Abstand, und zwar zweimal, und dazwischen steht unbewegt die Inverse der Kovarianz, die Präzision {P} heißt. Sie ist symmetrisch, und das wird zusammen mit der Funktion angegeben.</translation>
    </message>
    <message>
        <source>Now you: three problems</source>
        <translation>Jetzt du: drei Aufgaben</translation>
    </message>
    <message>
        <source>NumPy</source>
        <translation>NumPy</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Numbers before a fraction</source>
        <translation>Zahlen vor einem Bruch</translation>
    </message>
    <message>
        <source>Numbers go up to 10^300; write 1e10 for 10^10.</source>
        <translation>Zahlen reichen bis 10^300; für 10^10 schreiben Sie 1e10.</translation>
    </message>
    <message>
        <source>Numbers in their places</source>
        <translation>Zahlen an ihren Stellen</translation>
    </message>
    <message>
        <source>Numbers may be multiplied in any order, in every entry too.</source>
        <translation>Zahlen dürfen in beliebiger Reihenfolge multipliziert werden, auch in jedem Eintrag.</translation>
    </message>
    <message>
        <source>Numbers show it at once. When {x} goes from 1 to 1.01, {x + x^2} goes from 2 to 2.0301: it gains about three hundredths. The part {x^2} by itself gains about two. The third hundredth took the direct way.</source>
        <translation>Zahlen zeigen es sofort. Wenn {x} von 1 auf 1.01 geht, geht {x + x^2} von 2 auf 2.0301: Es gewinnt etwa drei Hundertstel. Der Teil {x^2} allein gewinnt etwa zwei. Das dritte Hundertstel nahm den direkten Weg.</translation>
    </message>
    <message>
        <source>Numbers that stand together are computed exactly; fractions stay fractions.</source>
        <translation>Zahlen, die zusammenstehen, werden genau ausgerechnet; Brüche bleiben Brüche.</translation>
    </message>
    <message>
        <source>Numbers: the value of every line</source>
        <translation>Zahlen: der Wert jeder Zeile</translation>
    </message>
    <message>
        <source>Numerator</source>
        <translation>Zählerlayout</translation>
    </message>
    <message>
        <source>Numerator and denominator are multiplied by {h}: then no fraction stands below the bar.</source>
        <translation>Zähler und Nenner werden mit {h} multipliziert: Dann steht unter dem Bruchstrich kein Bruch mehr.</translation>
    </message>
    <message>
        <source>Numerator and denominator both depend on the variable.</source>
        <translation>Zähler und Nenner hängen beide von der Variablen ab.</translation>
    </message>
    <message>
        <source>Numerator layout: a row for each entry of the function; gradients are rows</source>
        <translation>Zählerlayout: eine Zeile für jeden Eintrag der Funktion; Gradienten sind Zeilen</translation>
    </message>
    <message>
        <source>Numerators are multiplied, and so are denominators.</source>
        <translation>Zähler werden mit Zählern multipliziert, Nenner mit Nennern.</translation>
    </message>
    <message>
        <source>Of a probability p and a target y of 0 or 1 it is -(y ln(p) + (1 - y) ln(1 - p)).</source>
        <translation>Für eine Wahrscheinlichkeit p und ein Ziel y von 0 oder 1 ist es -(y ln(p) + (1 - y) ln(1 - p)).</translation>
    </message>
    <message>
        <source>Of all entries of {x} only {own} occurs in {a}: the derivative with respect to {b} is zero unless {i} = {j}.</source>
        <translation>Von allen Einträgen von {x} kommt in {a} nur {own} vor: Die Ableitung nach {b} ist null, außer für {i} = {j}.</translation>
    </message>
    <message>
        <source>Of equal square matrices that stand side by side a power is written, the transpose outside: X&apos;X&apos; is (X²)&apos;.</source>
        <translation>Gleiche quadratische Matrizen, die nebeneinander stehen, werden als Potenz geschrieben, die Transposition außen: X&apos;X&apos; ist (X²)&apos;.</translation>
    </message>
    <message>
        <source>Of several sides, which are the same, {0} is read.</source>
        <translation>Von mehreren gleichen Seiten wird {0} gelesen.</translation>
    </message>
    <message>
        <source>Of some arguments the value is known exactly, as cos 0 = 1 and √4 = 2: it takes the place of the call.</source>
        <translation>Für manche Argumente ist der Wert genau bekannt, wie cos 0 = 1 und √4 = 2: Er tritt an die Stelle der Funktion.</translation>
    </message>
    <message>
        <source>Of the columns of {F} only the entries on the diagonal are kept, and the columns are added.</source>
        <translation>Von den Spalten von {F} bleiben nur die Einträge auf der Diagonale, und die Spalten werden addiert.</translation>
    </message>
    <message>
        <source>Of the factors only {row} depends on {i}: the others stand before or behind the sum.</source>
        <translation>Von den Faktoren hängt nur {row} von {i} ab: Die anderen stehen vor oder hinter der Summe.</translation>
    </message>
    <message>
        <source>Of two equal sides the shorter one may stand for the other. Entries of a one-hot vector, and of any vector of probabilities, add up to 1.</source>
        <translation>Von zwei gleichen Seiten darf die kürzere für die andere stehen. Die Einträge eines One-hot-Vektors, wie jedes Vektors von Wahrscheinlichkeiten, haben die Summe 1.</translation>
    </message>
    <message>
        <source>Of two numbers that differ one is the larger: of a switch and its opposite exactly one is on.</source>
        <translation>Von zwei verschiedenen Zahlen ist eine die größere: Von einem Schalter und seinem Gegenteil ist genau einer an.</translation>
    </message>
    <message>
        <source>Of {A} only the diagonal is left: {whole}.</source>
        <translation>Von {A} bleibt nur die Diagonale: {whole}.</translation>
    </message>
    <message>
        <source>Off the diagonal both are zero; on it their entries add.</source>
        <translation>Neben der Diagonale sind beide null, auf ihr addieren sich die Einträge.</translation>
    </message>
    <message>
        <source>On the board and in projection</source>
        <translation>Auf der Tafel und bei der Projektion</translation>
    </message>
    <message>
        <source>On the diagonal of {whole} stand the entries of {x}.</source>
        <translation>Auf der Diagonalen von {whole} stehen die Einträge von {x}.</translation>
    </message>
    <message>
        <source>On the diagonal stand the entries of the other factor, column by column.</source>
        <translation>Auf der Diagonalen stehen die Einträge des anderen Faktors, Spalte für Spalte.</translation>
    </message>
    <message>
        <source>On the diagonal stands {entry}.</source>
        <translation>Auf der Diagonalen steht {entry}.</translation>
    </message>
    <message>
        <source>On the slide</source>
        <translation>Auf der Folie</translation>
    </message>
    <message>
        <source>On where the other is off</source>
        <translation>An, wo der andere aus ist</translation>
    </message>
    <message>
        <source>Once directly, and once through the square. Each path contributes a term.</source>
        <translation>Einmal unmittelbar und einmal durch das Quadrat. Jeder Pfad trägt einen Summanden bei.</translation>
    </message>
    <message>
        <source>Once the terms are known, most of them drop out. In {sum(i=1..n, ∂(x_i)/∂(x_j))} only the term whose {i} equals {j} reacts to {x_j} at all. A sum of {n} terms collapses to a single one.</source>
        <translation>Sind die Terme bekannt, so fallen die meisten weg. In {sum(i=1..n, ∂(x_i)/∂(x_j))} reagiert überhaupt nur der Term auf {x_j}, dessen {i} gleich {j} ist. Eine Summe von {n} Termen schrumpft auf einen einzigen.</translation>
    </message>
    <message>
        <source>One dimension, with respect to the variance</source>
        <translation>Eine Dimension, nach der Varianz</translation>
    </message>
    <message>
        <source>One entry is picked out</source>
        <translation>Ein Eintrag wird herausgegriffen</translation>
    </message>
    <message>
        <source>One entry of the whole derivative</source>
        <translation>Ein Eintrag der ganzen Ableitung</translation>
    </message>
    <message>
        <source>One entry with respect to another</source>
        <translation>Ein Eintrag nach einem anderen</translation>
    </message>
    <message>
        <source>One entry, by its indices: the axes of the function, then those of the variable</source>
        <translation>Ein Eintrag nach seinen Indizes: erst die Achsen der Funktion, dann die der Variablen</translation>
    </message>
    <message>
        <source>One factor at a time is differentiated while the other one stands still.</source>
        <translation>Jeweils ein Faktor wird abgeleitet, während der andere stillsteht.</translation>
    </message>
    <message>
        <source>One fraction</source>
        <translation>Ein einziger Bruch</translation>
    </message>
    <message>
        <source>One fraction in front</source>
        <translation>Ein Bruch davor</translation>
    </message>
    <message>
        <source>One function gives one row, and the two variables give a column each.</source>
        <translation>Eine Funktion gibt eine Zeile, und die beiden Variablen geben je eine Spalte.</translation>
    </message>
    <message>
        <source>One function of several variables has one partial derivative per variable. The gradient is the row of them all, in the order of the variables.</source>
        <translation>Eine Funktion mehrerer Variablen hat für jede Variable eine partielle Ableitung. Der Gradient ist die Zeile aller dieser Ableitungen in der Reihenfolge der Variablen.</translation>
    </message>
    <message>
        <source>One layer with an activation, with respect to both parameters</source>
        <translation>Eine Schicht mit Aktivierung, nach beiden Parametern</translation>
    </message>
    <message>
        <source>One library keeps the weights of a neuron in a row instead of a column, and computes {X @ W&apos;} with {k} rows in {W}. Nothing changes but a transpose, which is exactly where people go wrong when they carry a formula from one library to the other.</source>
        <translation>Eine Bibliothek hält die Gewichte eines Neurons in einer Zeile statt in einer Spalte und berechnet {X @ W&apos;} mit {k} Zeilen in {W}. Nichts ändert sich außer einer Transponierten, und genau dort geht es schief, wenn man eine Formel von der einen Bibliothek in die andere überträgt.</translation>
    </message>
    <message>
        <source>One line does not follow from the one before it. Which? Type its number.</source>
        <translation>Eine Zeile folgt nicht aus der vor ihr. Welche? Tippen Sie ihre Nummer.</translation>
    </message>
    <message>
        <source>One list of names</source>
        <translation>Eine Liste von Namen</translation>
    </message>
    <message>
        <source>One matrix: the columns of the function with respect to those of the variable</source>
        <translation>Eine Matrix: die Spalten der Funktion nach denen der Variablen</translation>
    </message>
    <message>
        <source>One more rule follows.</source>
        <translation>Eine weitere Regel folgt.</translation>
    </message>
    <message>
        <source>One neuron</source>
        <translation>Ein Neuron</translation>
    </message>
    <message>
        <source>One number gives one row, and each entry of {x} a column.</source>
        <translation>Eine Zahl gibt eine Zeile, und jeder Eintrag von {x} eine Spalte.</translation>
    </message>
    <message>
        <source>One of two variables</source>
        <translation>Die eine von zwei Variablen</translation>
    </message>
    <message>
        <source>One or the other</source>
        <translation>Der eine oder der andere</translation>
    </message>
    <message>
        <source>One over the cosine</source>
        <translation>Eins durch den Kosinus</translation>
    </message>
    <message>
        <source>One path</source>
        <translation>Ein Weg</translation>
    </message>
    <message>
        <source>One path from {first} to {last}: multiply along it.</source>
        <translation>Ein Weg von {first} nach {last}: entlang des Weges multiplizieren.</translation>
    </message>
    <message>
        <source>One path leads from {x} to {y}: multiply the derivatives along it, in its direction.</source>
        <translation>Ein Weg führt von {x} nach {y}: die Ableitungen entlang des Weges in seiner Richtung multiplizieren.</translation>
    </message>
    <message>
        <source>One path leads from {x} to {y}: multiply the derivatives along it.</source>
        <translation>Ein Weg führt von {x} nach {y}: die Ableitungen entlang des Weges multiplizieren.</translation>
    </message>
    <message>
        <source>One root for constants</source>
        <translation>Eine Wurzel für Konstanten</translation>
    </message>
    <message>
        <source>One sample, with respect to the mean</source>
        <translation>Eine Beobachtung, nach dem Mittelwert</translation>
    </message>
    <message>
        <source>One sign for all terms is easier to see than one for each.</source>
        <translation>Ein Vorzeichen für alle Summanden sieht man leichter als eines für jeden.</translation>
    </message>
    <message>
        <source>One sign for one derivative</source>
        <translation>Ein Zeichen für eine Ableitung</translation>
    </message>
    <message>
        <source>One sweep from the loss back: each layer hands its adjoint on to what came in.</source>
        <translation>Ein Durchgang vom Verlust zurück: jede Schicht gibt ihre Adjungierte an das weiter, was hereinkam.</translation>
    </message>
    <message>
        <source>One sweep gives the derivatives with respect to all four parameters. The single number {c} comes first, since nothing stands between it and the errors.</source>
        <translation>Ein Durchgang gibt die Ableitungen nach allen vier Parametern. Die einzelne Zahl {c} kommt zuerst, denn zwischen ihr und den Fehlern steht nichts.</translation>
    </message>
    <message>
        <source>One term of the product rule is missing</source>
        <translation>Ein Summand der Produktregel fehlt</translation>
    </message>
    <message>
        <source>One transpose for the sum</source>
        <translation>Einmal transponieren für die ganze Summe</translation>
    </message>
    <message>
        <source>One transpose too many</source>
        <translation>Es wird einmal zu viel transponiert</translation>
    </message>
    <message>
        <source>One variable</source>
        <translation>Eine Variable</translation>
    </message>
    <message>
        <source>Ones on the diagonal make the identity matrix.</source>
        <translation>Einsen auf der Diagonale ergeben die Einheitsmatrix.</translation>
    </message>
    <message>
        <source>Only .T and methods with brackets are read.</source>
        <translation>Nur .T und Methoden mit Klammern werden gelesen.</translation>
    </message>
    <message>
        <source>Only if {A} is symmetric are the two terms equal, and only then may you write twice one of them.</source>
        <translation>Nur wenn {A} symmetrisch ist, sind die beiden Terme gleich, und nur dann darfst du zweimal den einen schreiben.</translation>
    </message>
    <message>
        <source>Only one factor of a dot product was differentiated</source>
        <translation>Nur ein Faktor des Skalarprodukts wurde abgeleitet</translation>
    </message>
    <message>
        <source>Only one path was followed</source>
        <translation>Nur ein Weg wurde verfolgt</translation>
    </message>
    <message>
        <source>Only one row of the sum counts in each place</source>
        <translation>An jeder Stelle zählt nur eine Zeile der Summe</translation>
    </message>
    <message>
        <source>Only one side of a quadratic form was differentiated</source>
        <translation>Nur eine Seite einer quadratischen Form wurde abgeleitet</translation>
    </message>
    <message>
        <source>Only one term of the sum survives</source>
        <translation>Nur ein Term der Summe bleibt</translation>
    </message>
    <message>
        <source>Only one “=” may stand in an equation.</source>
        <translation>In einer Gleichung steht nur ein „=“.</translation>
    </message>
    <message>
        <source>Only the denominator depends on {x}: minus the derivative of {g}, divided by the square of {g}.</source>
        <translation>Nur der Nenner hängt von {x} ab: minus die Ableitung von {g}, geteilt durch das Quadrat von {g}.</translation>
    </message>
    <message>
        <source>Only the denominator depends on {x}: minus {c} times the derivative of {g}, divided by the square of {g}.</source>
        <translation>Nur der Nenner hängt von {x} ab: minus {c} mal die Ableitung von {g}, geteilt durch das Quadrat von {g}.</translation>
    </message>
    <message>
        <source>Only the diagonal counts</source>
        <translation>Nur die Diagonale zählt</translation>
    </message>
    <message>
        <source>Only the diagonal counts: it is the same in the transpose, and a factor is a factor of each of its entries.</source>
        <translation>Nur die Diagonale zählt: Sie ist in der Transponierten dieselbe, und ein Faktor ist ein Faktor jedes ihrer Einträge.</translation>
    </message>
    <message>
        <source>Only the diagonal of {A} meets that of the other matrix, which is {B}.</source>
        <translation>Nur die Diagonale von {A} trifft auf die der anderen Matrix, und diese ist {B}.</translation>
    </message>
    <message>
        <source>Only the diagonal of {A} meets the diagonal of {B}: that of the other matrix is written out.</source>
        <translation>Nur die Diagonale von {A} trifft auf die Diagonale von {B}: ausgeschrieben wird die der anderen.</translation>
    </message>
    <message>
        <source>Only the form changes: {0}.</source>
        <translation>Nur die Form ändert sich: {0}.</translation>
    </message>
    <message>
        <source>Only vectors and matrices have entries.</source>
        <translation>Nur Vektoren und Matrizen haben Einträge.</translation>
    </message>
    <message>
        <source>Only when asked for</source>
        <translation>Nur auf Wunsch</translation>
    </message>
    <message>
        <source>Only {F} depends on {X}: the division stays.</source>
        <translation>Nur {F} hängt von {X} ab: Die Division bleibt.</translation>
    </message>
    <message>
        <source>Only {F} depends on {X}: the other factors stay where they are.</source>
        <translation>Nur {F} hängt von {X} ab: Die anderen Faktoren bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt benutzte öffnen</translation>
    </message>
    <message>
        <source>Open a .deck file.</source>
        <translation>Öffnen Sie eine .deck-Datei.</translation>
    </message>
    <message>
        <source>Open a .derivation file.</source>
        <translation>Eine Datei mit der Endung .derivation öffnen.</translation>
    </message>
    <message>
        <source>Open a file …</source>
        <translation>Eine Datei öffnen …</translation>
    </message>
    <message>
        <source>Open a lesson first: its slides can be chosen then.</source>
        <translation>Öffnen Sie zuerst eine Lektion: Dann lassen sich ihre Folien auswählen.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open it with that version. The file is left as it is.</source>
        <translation>Mit jener Version öffnen. Die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Open the file of the lesson first, then the deck.</source>
        <translation>Öffnen Sie zuerst die Datei der Lektion, dann den Foliensatz.</translation>
    </message>
    <message>
        <source>Open the step of the chain rule: it holds the whole derivation for one row. Where the case says that the total is positive, the maximum is that total, and it drops out of the formula.</source>
        <translation>Klappe den Schritt der Kettenregel auf: Er enthält die ganze Ableitung für eine Zeile. Wo der Fall sagt, dass die Summe positiv ist, ist das Maximum diese Summe, und es verschwindet aus der Formel.</translation>
    </message>
    <message>
        <source>Open the unsaved work</source>
        <translation>Die nicht gespeicherte Arbeit öffnen</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>{0} öffnen</translation>
    </message>
    <message>
        <source>Opened: the derivative of {0} with respect to {1}.</source>
        <translation>Geöffnet: die Ableitung von {0} nach {1}.</translation>
    </message>
    <message>
        <source>Operations on two vectors, with respect to each of them</source>
        <translation>Operationen auf zwei Vektoren, nach jedem von beiden</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Opposite differences</source>
        <translation>Entgegengesetzte Differenzen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Order of factors</source>
        <translation>Reihenfolge der Faktoren</translation>
    </message>
    <message>
        <source>Order of terms</source>
        <translation>Reihenfolge der Summanden</translation>
    </message>
    <message>
        <source>Order of the derivative</source>
        <translation>Ordnung der Ableitung</translation>
    </message>
    <message>
        <source>Order of vectors in a product</source>
        <translation>Reihenfolge der Vektoren in einem Produkt</translation>
    </message>
    <message>
        <source>Outer product of opposite differences</source>
        <translation>Äußeres Produkt entgegengesetzter Differenzen</translation>
    </message>
    <message>
        <source>Outermost first: the factor, then the sum, then its terms.</source>
        <translation>Das Äußerste zuerst: der Faktor, dann die Summe, dann ihre Terme.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>P stands beside the diagonal</source>
        <translation>P steht neben der Diagonale</translation>
    </message>
    <message>
        <source>PNG pictures, one a step</source>
        <translation>PNG-Bilder, eins je Schritt</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Page Down reads on, Tab goes to problems and links, Alt+Up goes back.</source>
        <translation>Bild ab liest weiter, Tab führt zu Aufgaben und Verweisen, Alt+Pfeil nach oben zurück.</translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation>Seite {0} von {1}</translation>
    </message>
    <message>
        <source>Page: {0}</source>
        <translation>Seite: {0}</translation>
    </message>
    <message>
        <source>Pape&amp;r …</source>
        <translation>Pa&amp;pier …</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 2</source>
        <translation>Parr und Howard, The Matrix Calculus You Need For Deep Learning, Abschnitt 2</translation>
    </message>
    <message>
        <source>Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 4</source>
        <translation>Parr und Howard, The Matrix Calculus You Need For Deep Learning, Abschnitt 4</translation>
    </message>
    <message>
        <source>Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 4.1</source>
        <translation>Parr und Howard, The Matrix Calculus You Need For Deep Learning, Abschnitt 4.1</translation>
    </message>
    <message>
        <source>Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 4.2</source>
        <translation>Parr und Howard, The Matrix Calculus You Need For Deep Learning, Abschnitt 4.2</translation>
    </message>
    <message>
        <source>Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 4.2 and the operations table</source>
        <translation>Parr und Howard, The Matrix Calculus You Need For Deep Learning, Abschnitt 4.2 und die Tabelle der Operationen</translation>
    </message>
    <message>
        <source>Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 4.3</source>
        <translation>Parr und Howard, The Matrix Calculus You Need For Deep Learning, Abschnitt 4.3</translation>
    </message>
    <message>
        <source>Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 4.4</source>
        <translation>Parr und Howard, The Matrix Calculus You Need For Deep Learning, Abschnitt 4.4</translation>
    </message>
    <message>
        <source>Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 4.5</source>
        <translation>Parr und Howard, The Matrix Calculus You Need For Deep Learning, Abschnitt 4.5</translation>
    </message>
    <message>
        <source>Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 4.5.1</source>
        <translation>Parr und Howard, The Matrix Calculus You Need For Deep Learning, Abschnitt 4.5.1</translation>
    </message>
    <message>
        <source>Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 4.5.2</source>
        <translation>Parr und Howard, The Matrix Calculus You Need For Deep Learning, Abschnitt 4.5.2</translation>
    </message>
    <message>
        <source>Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 4.5.3</source>
        <translation>Parr und Howard, The Matrix Calculus You Need For Deep Learning, Abschnitt 4.5.3</translation>
    </message>
    <message>
        <source>Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 6</source>
        <translation>Parr und Howard, The Matrix Calculus You Need For Deep Learning, Abschnitt 6</translation>
    </message>
    <message>
        <source>Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 6.2</source>
        <translation>Parr und Howard, The Matrix Calculus You Need For Deep Learning, Abschnitt 6.2</translation>
    </message>
    <message>
        <source>Parr and Howard, The Matrix Calculus You Need For Deep Learning, sections 3 and 4</source>
        <translation>Parr und Howard, The Matrix Calculus You Need For Deep Learning, Abschnitte 3 und 4</translation>
    </message>
    <message>
        <source>Parr and Howard, The Matrix Calculus You Need For Deep Learning, sections 3 and 4 (on layouts)</source>
        <translation>Parr und Howard, The Matrix Calculus You Need For Deep Learning, Abschnitte 3 und 4 (über Layouts)</translation>
    </message>
    <message>
        <source>Parr and Howard, section 4.2</source>
        <translation>Parr und Howard, Abschnitt 4.2</translation>
    </message>
    <message>
        <source>Parr and Howard, section 4.3</source>
        <translation>Parr und Howard, Abschnitt 4.3</translation>
    </message>
    <message>
        <source>Parr and Howard, section 4.4</source>
        <translation>Parr und Howard, Abschnitt 4.4</translation>
    </message>
    <message>
        <source>Parr and Howard, section 5</source>
        <translation>Parr und Howard, Abschnitt 5</translation>
    </message>
    <message>
        <source>Partial derivatives</source>
        <translation>Partielle Ableitungen</translation>
    </message>
    <message>
        <source>Parts that are added or compared must have the same shape, or be scalars.</source>
        <translation>Teile, die addiert oder verglichen werden, haben eine gemeinsame Form oder sind Skalare.</translation>
    </message>
    <message>
        <source>Paste a formula such as x^2.</source>
        <translation>Eine Formel wie x^2 einfügen.</translation>
    </message>
    <message>
        <source>Paste fewer layers.</source>
        <translation>Fügen Sie weniger Schichten ein.</translation>
    </message>
    <message>
        <source>Paste one formula, or a matrix in its environment.</source>
        <translation>Eine einzige Formel einfügen, oder eine Matrix in ihrer Umgebung.</translation>
    </message>
    <message>
        <source>Paste one function.</source>
        <translation>Eine einzige Funktion einfügen.</translation>
    </message>
    <message>
        <source>Paste the case that is meant.</source>
        <translation>Den Fall einfügen, der gemeint ist.</translation>
    </message>
    <message>
        <source>Paste the formula alone, without the words around it.</source>
        <translation>Fügen Sie die Formel allein ein, ohne die Wörter um sie herum.</translation>
    </message>
    <message>
        <source>Paste the function alone and choose the variable of differentiation.</source>
        <translation>Die Funktion allein einfügen und die Variable wählen, nach der abgeleitet wird.</translation>
    </message>
    <message>
        <source>Paste the function alone and choose the variable.</source>
        <translation>Die Funktion allein einfügen und die Variable wählen.</translation>
    </message>
    <message>
        <source>Paste the lines that build it too.</source>
        <translation>Fügen Sie auch die Zeilen ein, die es aufbauen.</translation>
    </message>
    <message>
        <source>Paste the lines that compute it, such as y = np.maximum(0, w @ x + b).</source>
        <translation>Die Zeilen einfügen, die sie berechnen, etwa y = np.maximum(0, w @ x + b).</translation>
    </message>
    <message>
        <source>Paste the lines that compute the function only.</source>
        <translation>Nur die Zeilen einfügen, die die Funktion berechnen.</translation>
    </message>
    <message>
        <source>Paste the lines that define it too; a product needs a sign: a * (b + c).</source>
        <translation>Fügen Sie auch die Zeilen ein, die sie festlegen; ein Produkt braucht ein Zeichen: a * (b + c).</translation>
    </message>
    <message>
        <source>Paste the network that they come from too, or write the function, such as F.mse_loss(p, y).</source>
        <translation>Fügen Sie auch das Netz ein, aus dem sie kommen, oder schreiben Sie die Funktion, etwa F.mse_loss(p, y).</translation>
    </message>
    <message>
        <source>Pattern of zeros</source>
        <translation>Muster der Nullen</translation>
    </message>
    <message>
        <source>Pattern of zeros of {0}</source>
        <translation>Muster der Nullen von {0}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Petersen and Pedersen, The Matrix Cookbook, (46)</source>
        <translation>Petersen und Pedersen, The Matrix Cookbook, (46)</translation>
    </message>
    <message>
        <source>Petersen and Pedersen, The Matrix Cookbook, (60)</source>
        <translation>Petersen und Pedersen, The Matrix Cookbook, (60)</translation>
    </message>
    <message>
        <source>Petersen and Pedersen, The Matrix Cookbook, section 2</source>
        <translation>Petersen und Pedersen, The Matrix Cookbook, Abschnitt 2</translation>
    </message>
    <message>
        <source>Petersen and Pedersen, The Matrix Cookbook, section 2, and the operations table</source>
        <translation>Petersen und Pedersen, The Matrix Cookbook, Abschnitt 2, und die Tabelle der Operationen</translation>
    </message>
    <message>
        <source>Petersen and Pedersen, The Matrix Cookbook, section 2.6</source>
        <translation>Petersen und Pedersen, The Matrix Cookbook, Abschnitt 2.6</translation>
    </message>
    <message>
        <source>Petersen and Pedersen, The Matrix Cookbook, section 9.1</source>
        <translation>Petersen und Pedersen, The Matrix Cookbook, Abschnitt 9.1</translation>
    </message>
    <message>
        <source>Petersen and Pedersen, The Matrix Cookbook, sections 1.1 and 2.5</source>
        <translation>Petersen und Pedersen, The Matrix Cookbook, Abschnitte 1.1 und 2.5</translation>
    </message>
    <message>
        <source>Petersen and Pedersen, The Matrix Cookbook, sections 2.4 and 2.8</source>
        <translation>Petersen und Pedersen, The Matrix Cookbook, Abschnitte 2.4 und 2.8</translation>
    </message>
    <message>
        <source>Petersen and Pedersen, section 10.2</source>
        <translation>Petersen und Pedersen, Abschnitt 10.2</translation>
    </message>
    <message>
        <source>Picking a row or an entry is linear: the change of the part is the same part of the change.</source>
        <translation>Das Auswählen einer Zeile oder eines Eintrags ist linear: Die Änderung des Teils ist derselbe Teil der Änderung.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Piecewise</source>
        <translation>Stückweise</translation>
    </message>
    <message>
        <source>Pl&amp;ay or pause</source>
        <translation>&amp;Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Point at a &amp;term</source>
        <translation>Auf einen &amp;Term zeigen</translation>
    </message>
    <message>
        <source>Point at a part of the ter&amp;m</source>
        <translation>Auf einen &amp;Teil des Terms zeigen</translation>
    </message>
    <message>
        <source>Point at the term to t&amp;he left</source>
        <translation>Auf den Term lin&amp;ks zeigen</translation>
    </message>
    <message>
        <source>Point at the term to the &amp;right</source>
        <translation>Auf den Term &amp;rechts zeigen</translation>
    </message>
    <message>
        <source>Point at what the term is a part &amp;of</source>
        <translation>Auf das &amp;zeigen, wovon der Term ein Teil ist</translation>
    </message>
    <message>
        <source>Points per check</source>
        <translation>Punkte pro Probe</translation>
    </message>
    <message>
        <source>Poisson probability of k with mean r</source>
        <translation>Poisson-Wahrscheinlichkeit von k mit Mittelwert r</translation>
    </message>
    <message>
        <source>Power of a fraction</source>
        <translation>Potenz eines Bruchs</translation>
    </message>
    <message>
        <source>Power of a matrix</source>
        <translation>Potenz einer Matrix</translation>
    </message>
    <message>
        <source>Power of a power</source>
        <translation>Potenz einer Potenz</translation>
    </message>
    <message>
        <source>Power of a product</source>
        <translation>Potenz eines Produkts</translation>
    </message>
    <message>
        <source>Power rule</source>
        <translation>Potenzregel</translation>
    </message>
    <message>
        <source>Power with base and exponent both changing</source>
        <translation>Potenz mit veränderlicher Basis und veränderlichem Exponenten</translation>
    </message>
    <message>
        <source>PowerPoint slides</source>
        <translation>PowerPoint-Folien</translation>
    </message>
    <message>
        <source>Powers</source>
        <translation>Potenzen</translation>
    </message>
    <message>
        <source>Powers in a trace</source>
        <translation>Potenzen in einer Spur</translation>
    </message>
    <message>
        <source>Powers of matrices</source>
        <translation>Potenzen von Matrizen</translation>
    </message>
    <message>
        <source>Powers of the same base are combined: their exponents add.</source>
        <translation>Potenzen derselben Basis werden zusammengefasst: Ihre Exponenten addieren sich.</translation>
    </message>
    <message>
        <source>Powers of the same base {f} are divided by subtracting their exponents.</source>
        <translation>Potenzen mit derselben Basis {f} werden dividiert, indem man ihre Exponenten subtrahiert.</translation>
    </message>
    <message>
        <source>Powers of the same base {f} are multiplied by adding their exponents.</source>
        <translation>Potenzen mit derselben Basis {f} werden multipliziert, indem man ihre Exponenten addiert.</translation>
    </message>
    <message>
        <source>Powers of {f} are combined: their exponents add.</source>
        <translation>Potenzen von {f} werden zusammengefasst: Ihre Exponenten addieren sich.</translation>
    </message>
    <message>
        <source>Powers with letters in their exponents cancel only when the brackets are gone.</source>
        <translation>Potenzen mit Buchstaben im Exponenten heben sich erst auf, wenn die Klammern weg sind.</translation>
    </message>
    <message>
        <source>Pra&amp;ctise this derivation</source>
        <translation>Diese Herleitung &amp;üben</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Üben</translation>
    </message>
    <message>
        <source>Practice on the board</source>
        <translation>Üben an der Tafel</translation>
    </message>
    <message>
        <source>Practise on the boar&amp;d</source>
        <translation>An der Tafel ü&amp;ben</translation>
    </message>
    <message>
        <source>Practise these problems</source>
        <translation>Diese Aufgaben üben</translation>
    </message>
    <message>
        <source>Practise this derivation</source>
        <translation>Diese Herleitung üben</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>&amp;Voriger Bereich</translation>
    </message>
    <message>
        <source>Predictions and targets are as large as each other.</source>
        <translation>Vorhersagen und Zielwerte sind gleich groß.</translation>
    </message>
    <message>
        <source>Presenter</source>
        <translation>Vortrag</translation>
    </message>
    <message>
        <source>Previous slide or line</source>
        <translation>Vorige Folie oder Zeile</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>Voriger Schritt</translation>
    </message>
    <message>
        <source>Print: {0}</source>
        <translation>Drucken: {0}</translation>
    </message>
    <message>
        <source>Printing failed: the printer or the file cannot be written to.</source>
        <translation>Es ließ sich nicht drucken: Der Drucker oder die Datei ist nicht beschreibbar.</translation>
    </message>
    <message>
        <source>Probabilities such as p(y|x) are no function of the language: write the formula that stands for them, or a name.</source>
        <translation>Wahrscheinlichkeiten wie p(y|x) sind keine Funktion der Sprache: Schreiben Sie die Formel, die für sie steht, oder einen Namen.</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Problem {0} of {1}</source>
        <translation>Aufgabe {0} von {1}</translation>
    </message>
    <message>
        <source>Problem {0} of {1}: {2}, grade {3}</source>
        <translation>Aufgabe {0} von {1}: {2}, Stufe {3}</translation>
    </message>
    <message>
        <source>Product of Kronecker products</source>
        <translation>Produkt von Kronecker-Produkten</translation>
    </message>
    <message>
        <source>Product rule</source>
        <translation>Produktregel</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Products are distributive: (a + b) (c + d) is the sum of all products of a term with a term.</source>
        <translation>Produkte sind distributiv: (a + b) (c + d) ist die Summe aller Produkte eines Summanden mit einem Summanden.</translation>
    </message>
    <message>
        <source>Products are distributive: every term of the sum meets the other factors.</source>
        <translation>Produkte sind distributiv: Jeder Summand trifft auf die anderen Faktoren.</translation>
    </message>
    <message>
        <source>Products are distributive; what is left alone has no Kronecker product to meet.</source>
        <translation>Produkte sind distributiv; was stehen bleibt, trifft auf kein Kronecker-Produkt.</translation>
    </message>
    <message>
        <source>Products are where the first temptation waits: the derivative of a product is not the product of the derivatives. Think of a rectangle whose two sides both depend on {x}. When {x} moves, the rectangle grows by a strip along one side and by a strip along the other. Each strip is one side, unchanged, times the growth of the other.</source>
        <translation>Bei Produkten wartet die erste Versuchung: Die Ableitung eines Produkts ist nicht das Produkt der Ableitungen. Denk an ein Rechteck, dessen beide Seiten von {x} abhängen. Wenn sich {x} bewegt, wächst das Rechteck um einen Streifen an der einen und um einen Streifen an der anderen Seite. Jeder Streifen ist die eine Seite, unverändert, mal der Zuwachs der anderen.</translation>
    </message>
    <message>
        <source>Products of matrices may be worked out in any grouping: the brackets go.</source>
        <translation>Produkte von Matrizen dürfen in beliebiger Gruppierung ausgerechnet werden: Die Klammern entfallen.</translation>
    </message>
    <message>
        <source>Products of rows as a diagonal</source>
        <translation>Produkte von Zeilen als Diagonale</translation>
    </message>
    <message>
        <source>Project from &amp;here</source>
        <translation>Ab &amp;hier projizieren</translation>
    </message>
    <message>
        <source>Projected board</source>
        <translation>Projizierte Tafel</translation>
    </message>
    <message>
        <source>Projection</source>
        <translation>Projektion</translation>
    </message>
    <message>
        <source>Projection. Escape leaves it.</source>
        <translation>Projektion. Escape beendet sie.</translation>
    </message>
    <message>
        <source>Pseudo-inverses are not derived: write inv(A&apos; A) A&apos; where the columns of A are independent, A&apos; inv(A A&apos;) where its rows are.</source>
        <translation>Pseudoinversen werden nicht abgeleitet: schreibe inv(A&apos; A) A&apos;, wenn die Spalten von A unabhängig sind, A&apos; inv(A A&apos;), wenn es die Zeilen sind.</translation>
    </message>
    <message>
        <source>Put commas between the entries, and a semicolon after each row.</source>
        <translation>Zwischen die Einträge Kommas setzen und nach jeder Zeile ein Semikolon.</translation>
    </message>
    <message>
        <source>Put in the adjoints that were found, and what the names stand for.</source>
        <translation>Die gefundenen Adjungierten einsetzen, und wofür die Namen stehen.</translation>
    </message>
    <message>
        <source>Put it before this; above are: {0}.</source>
        <translation>Davor setzen; darüber stehen: {0}.</translation>
    </message>
    <message>
        <source>Put it between quotes: {0} = &quot;…&quot;.</source>
        <translation>In Anführungszeichen setzen: {0} = &quot;…&quot;.</translation>
    </message>
    <message>
        <source>Put the adjoints in</source>
        <translation>Die Adjungierten einsetzen</translation>
    </message>
    <message>
        <source>Put the sum beside what picks a row</source>
        <translation>Die Summe neben das stellen, was eine Zeile auswählt</translation>
    </message>
    <message>
        <source>Put the two lessons before this one together: the difference is the adjoint, the transposed inputs meet it, and the bias gets its column sums.</source>
        <translation>Setz die beiden Lektionen davor zusammen: Die Differenz ist die Adjungierte, die transponierten Eingaben treffen auf sie, und der Bias bekommt ihre Spaltensummen.</translation>
    </message>
    <message>
        <source>PySide6</source>
        <translation>PySide6</translation>
    </message>
    <message>
        <source>PyTorch</source>
        <translation>PyTorch</translation>
    </message>
    <message>
        <source>Pythagorean identity</source>
        <translation>Satz des Pythagoras</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Q asks for the step after a line: here is none.</source>
        <translation>Q fragt nach dem Schritt nach einer Zeile: Hier ist keine.</translation>
    </message>
    <message>
        <source>Quadratic forms</source>
        <translation>Quadratische Formen</translation>
    </message>
    <message>
        <source>Queries are n×d, keys m×d and values m×p.</source>
        <translation>Anfragen sind n×d, Schlüssel m×d und Werte m×p.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Question to the class: what is the next line?</source>
        <translation>Frage an die Klasse: Wie lautet die nächste Zeile?</translation>
    </message>
    <message>
        <source>Question to the class: what stands under the cover?</source>
        <translation>Frage an die Klasse: Was steht unter der Abdeckung?</translation>
    </message>
    <message>
        <source>Question to the class: which rule comes next? {0}</source>
        <translation>Frage an die Klasse: Welche Regel kommt als nächste? {0}</translation>
    </message>
    <message>
        <source>Quickly</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Quotient of two functions</source>
        <translation>Quotient zweier Funktionen</translation>
    </message>
    <message>
        <source>Quotient rule</source>
        <translation>Quotientenregel</translation>
    </message>
    <message>
        <source>Quotient rule for a vector over a scalar</source>
        <translation>Quotientenregel für einen Vektor durch einen Skalar</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>R shows the rule of a line: here is none.</source>
        <translation>R zeigt die Regel einer Zeile: Hier ist keine.</translation>
    </message>
    <message>
        <source>Raising every entry to a power is an element-wise operation, with a diagonal Jacobian.</source>
        <translation>Jeden Eintrag zu potenzieren ist eine elementweise Operation mit einer diagonalen Jacobi-Matrix.</translation>
    </message>
    <message>
        <source>Read a vector plus a scalar as an element-wise operation on two vectors.</source>
        <translation>Einen Vektor plus einen Skalar als elementweise Operation auf zwei Vektoren lesen.</translation>
    </message>
    <message>
        <source>Read every sign of this course, and know how it is typed.</source>
        <translation>Jedes Zeichen dieses Kurses lesen können und wissen, wie es getippt wird.</translation>
    </message>
    <message>
        <source>Read from the other end it has fewer transposes; where both ends are equal, the first one in the alphabet.</source>
        <translation>Vom anderen Ende gelesen hat sie weniger Transponierte; bei gleich vielen entscheidet das Alphabet.</translation>
    </message>
    <message>
        <source>Read off the derivative</source>
        <translation>Die Ableitung ablesen</translation>
    </message>
    <message>
        <source>Read off where a matrix stays symmetric</source>
        <translation>Ablesen, wo eine Matrix symmetrisch bleibt</translation>
    </message>
    <message>
        <source>Read {0} as a matrix instead</source>
        <translation>{0} stattdessen als Matrix lesen</translation>
    </message>
    <message>
        <source>Read {0} as a scalar instead</source>
        <translation>{0} stattdessen als Skalar lesen</translation>
    </message>
    <message>
        <source>Read {0} as a vector instead</source>
        <translation>{0} stattdessen als Vektor lesen</translation>
    </message>
    <message>
        <source>Read {d(f)/dx} as an order that has not been carried out yet: &quot;differentiate {f}&quot;. Each step of a derivation pushes such an order one level deeper into the expression, or carries it out. When no order is left, you are done.</source>
        <translation>Lies {d(f)/dx} als einen Auftrag, der noch nicht ausgeführt ist: „{f} ableiten“. Jeder Schritt einer Ableitung schiebt einen solchen Auftrag eine Ebene tiefer in den Ausdruck oder führt ihn aus. Wenn kein Auftrag mehr da ist, ist die Arbeit getan.</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Zuletzt benutzte Dateien</translation>
    </message>
    <message>
        <source>Reciprocal rule</source>
        <translation>Kehrwertregel</translation>
    </message>
    <message>
        <source>Reciprocals</source>
        <translation>Kehrwerte</translation>
    </message>
    <message>
        <source>Recognise numerator and denominator layout.</source>
        <translation>Zähler- und Nennerlayout erkennen.</translation>
    </message>
    <message>
        <source>Recognise the Jacobian of softmax in every row.</source>
        <translation>Die Jacobi-Matrix von Softmax in jeder Zeile erkennen.</translation>
    </message>
    <message>
        <source>Recognising</source>
        <translation>Wiedererkennen</translation>
    </message>
    <message>
        <source>Recurrence</source>
        <translation>Rekurrenz</translation>
    </message>
    <message>
        <source>Red&amp;o</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Reduce it to a scalar first, for instance with sum(…).</source>
        <translation>Zuerst auf einen Skalar reduzieren, zum Beispiel mit sum(…).</translation>
    </message>
    <message>
        <source>Reductions</source>
        <translation>Reduktionen</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Nachschlagen</translation>
    </message>
    <message>
        <source>Refuted by numbers: {0}.</source>
        <translation>Durch Zahlen widerlegt: {0}.</translation>
    </message>
    <message>
        <source>Remove brackets</source>
        <translation>Klammern weglassen</translation>
    </message>
    <message>
        <source>Remove brackets between matrices</source>
        <translation>Klammern zwischen Matrizen weglassen</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>Wegnehmen.</translation>
    </message>
    <message>
        <source>Remove the correction.</source>
        <translation>Die Berichtigung entfernen.</translation>
    </message>
    <message>
        <source>Replace the activation by nothing at all. What can a network of two layers then compute that one layer could not?</source>
        <translation>Ersetze die Aktivierung durch gar nichts. Was kann ein Netz aus zwei Schichten dann berechnen, was eine Schicht nicht könnte?</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Vorgaben wiederherstellen</translation>
    </message>
    <message>
        <source>Reverse a difference</source>
        <translation>Eine Differenz umkehren</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Right arrow: next step. Left arrow: previous step.</source>
        <translation>Pfeil nach rechts: nächster Schritt. Pfeil nach links: voriger Schritt.</translation>
    </message>
    <message>
        <source>Right in the other layout: here stands {0}, this is {1}.</source>
        <translation>Richtig in der anderen Anordnung: hier steht {0}, dies ist {1}.</translation>
    </message>
    <message>
        <source>Right in the other layout: here the result is {0}, this is {1}.</source>
        <translation>Richtig im anderen Layout: hier ist das Ergebnis {0}, das hier ist {1}.</translation>
    </message>
    <message>
        <source>Right in the other layout: rows and columns are exchanged.</source>
        <translation>Richtig im anderen Layout: Zeilen und Spalten sind vertauscht.</translation>
    </message>
    <message>
        <source>Right, and some steps ahead: this covers {0}.</source>
        <translation>Richtig, und voraus: das fasst zusammen: {0}.</translation>
    </message>
    <message>
        <source>Right, but as many derivatives are open as before.</source>
        <translation>Richtig, aber es sind so viele Ableitungen offen wie zuvor.</translation>
    </message>
    <message>
        <source>Right, but nothing has been worked out yet.</source>
        <translation>Richtig, aber noch ist nichts ausgerechnet.</translation>
    </message>
    <message>
        <source>Right, but this is what stood there before.</source>
        <translation>Richtig, aber das stand vorher schon da.</translation>
    </message>
    <message>
        <source>Right, by another route: the derivation continues differently here.</source>
        <translation>Richtig, auf eigenem Weg: die Herleitung geht hier anders weiter.</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>Richtig.</translation>
    </message>
    <message>
        <source>Right: this is the result, in another form.</source>
        <translation>Richtig: das ist das Ergebnis, in eigener Form.</translation>
    </message>
    <message>
        <source>Right: this is the result.</source>
        <translation>Richtig: Das ist das Ergebnis.</translation>
    </message>
    <message>
        <source>Right: {0}.</source>
        <translation>Richtig: {0}.</translation>
    </message>
    <message>
        <source>Root as a power</source>
        <translation>Wurzel als Potenz</translation>
    </message>
    <message>
        <source>Roots</source>
        <translation>Wurzeln</translation>
    </message>
    <message>
        <source>Row i of P times column i of A&apos; is the sum of what the two have in row i, entry by entry. A softmax of each row is weighted with these sums.</source>
        <translation>Zeile i von P mal Spalte i von A&apos; ist die Summe dessen, was beide in Zeile i haben, Eintrag für Eintrag. Ein Softmax jeder Zeile wird mit diesen Summen gewichtet.</translation>
    </message>
    <message>
        <source>Row i of {product}, added up, is entry i, i of {whole}.</source>
        <translation>Zeile i von {product}, aufaddiert, ist Eintrag i, i von {whole}.</translation>
    </message>
    <message>
        <source>Row i, column j of the Jacobian is the partial derivative of entry i of the function with respect to entry j of the variable. A scalar function has one row (its gradient), a scalar variable one column.</source>
        <translation>Zeile i, Spalte j der Jacobi-Matrix ist die partielle Ableitung von Eintrag i der Funktion nach Eintrag j der Variable. Eine skalare Funktion hat eine Zeile (ihren Gradienten), eine skalare Variable eine Spalte.</translation>
    </message>
    <message>
        <source>Row of blocks times column of blocks: {product}.</source>
        <translation>Zeile von Blöcken mal Spalte von Blöcken: {product}.</translation>
    </message>
    <message>
        <source>Row sums as a diagonal</source>
        <translation>Zeilensummen als Diagonale</translation>
    </message>
    <message>
        <source>Row times column</source>
        <translation>Zeile mal Spalte</translation>
    </message>
    <message>
        <source>Row times column: multiply entry by entry and add up. Of many products those with a zero are left out.</source>
        <translation>Zeile mal Spalte: Eintrag für Eintrag multiplizieren und addieren. Von vielen Produkten werden die mit einer Null weggelassen.</translation>
    </message>
    <message>
        <source>Row {0}, column {1}: {2} = {3}.</source>
        <translation>Zeile {0}, Spalte {1}: {2} = {3}.</translation>
    </message>
    <message>
        <source>Row {i} asks which entries of {x} occur in entry {i} of the value. It is always the same one, so think of a column.</source>
        <translation>Zeile {i} fragt, welche Einträge von {x} in Eintrag {i} des Werts vorkommen. Es ist immer derselbe; denk also an eine Spalte.</translation>
    </message>
    <message>
        <source>Row {row}, column {column}, written out:</source>
        <translation>Zeile {row}, Spalte {column}, ausgeschrieben:</translation>
    </message>
    <message>
        <source>Row, matrix, column: that is how a bilinear form is printed.</source>
        <translation>Zeile, Matrix, Spalte: So wird eine Bilinearform gedruckt.</translation>
    </message>
    <message>
        <source>Rows are added place by place: the sum is the row whose entry {k} is the sum of the entries {k}. Of a row that is 1 in one place, this entry is a δ.</source>
        <translation>Zeilen werden Stelle für Stelle addiert: Die Summe ist die Zeile, deren Eintrag {k} die Summe der Einträge {k} ist. Bei einer Zeile, die an einer Stelle 1 ist, ist dieser Eintrag ein δ.</translation>
    </message>
    <message>
        <source>Rows become columns and rows again. Diagonal matrices are their own transposes; the transpose of a product is the product of the transposes in reverse order.</source>
        <translation>Zeilen werden Spalten und wieder Zeilen. Diagonalmatrizen sind ihre eigenen Transponierten; die Transponierte eines Produkts ist das Produkt der Transponierten in umgekehrter Reihenfolge.</translation>
    </message>
    <message>
        <source>Rows become columns. The numerator layout has one row per function, the denominator layout one row per variable; each is the transpose of the other.</source>
        <translation>Zeilen werden Spalten. Das Zählerlayout hat eine Zeile für jede Funktion, das Nennerlayout eine Zeile für jede Variable; jedes ist die Transponierte des anderen.</translation>
    </message>
    <message>
        <source>Rows of equal length, one under the other, are a matrix.</source>
        <translation>Zeilen gleicher Länge untereinander sind eine Matrix.</translation>
    </message>
    <message>
        <source>Rows whose probability is near 0 or 1 hardly count: their entry on the diagonal is nearly zero.</source>
        <translation>Zeilen, deren Wahrscheinlichkeit nahe 0 oder 1 liegt, zählen kaum: Ihr Eintrag auf der Diagonale ist fast null.</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Rule by rule, because no part of it needs a name.</source>
        <translation>Regel für Regel, weil kein Teil einen Namen braucht.</translation>
    </message>
    <message>
        <source>Rule by rule, because the other methods do not come to an end here.</source>
        <translation>Regel für Regel, weil die anderen Verfahren hier nicht zum Ziel kommen.</translation>
    </message>
    <message>
        <source>Rule by rule, because there is one derivative for each variable.</source>
        <translation>Regel für Regel, weil es für jede Variable eine Ableitung gibt.</translation>
    </message>
    <message>
        <source>Rule, lesson, problem or function</source>
        <translation>Regel, Lektion, Aufgabe oder Funktion</translation>
    </message>
    <message>
        <source>Rules and functions</source>
        <translation>Regeln und Funktionen</translation>
    </message>
    <message>
        <source>Rules of differentiation</source>
        <translation>Ableitungsregeln</translation>
    </message>
    <message>
        <source>Rules · {0}</source>
        <translation>Regeln · {0}</translation>
    </message>
    <message>
        <source>S is symmetric</source>
        <translation>S ist symmetrisch</translation>
    </message>
    <message>
        <source>S is symmetric, or diagonal</source>
        <translation>S ist symmetrisch oder diagonal</translation>
    </message>
    <message>
        <source>S&amp;maller</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>S&amp;maller spotlight</source>
        <translation>&amp;Kleinerer Scheinwerfer</translation>
    </message>
    <message>
        <source>SVG pictures, one a step</source>
        <translation>SVG-Bilder, eins je Schritt</translation>
    </message>
    <message>
        <source>S_ij and S_ji of a symmetric matrix move together, half each: the derivative is the symmetric part of that of free entries. Beside the diagonal of a diagonal matrix nothing moves.</source>
        <translation>S_ij und S_ji einer symmetrischen Matrix ändern sich gemeinsam, je zur Hälfte: die Ableitung ist der symmetrische Teil derjenigen nach freien Einträgen. Neben der Diagonale einer Diagonalmatrix ändert sich nichts.</translation>
    </message>
    <message>
        <source>Sa&amp;ve as …</source>
        <translation>Speichern un&amp;ter …</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save &amp;as …</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Save it as UTF-8 text.</source>
        <translation>Als UTF-8-Text speichern.</translation>
    </message>
    <message>
        <source>Save the changes to {0}?</source>
        <translation>Änderungen an {0} speichern?</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>Gespeichert als {0}.</translation>
    </message>
    <message>
        <source>Say for each step which rule was used and what it was used on.</source>
        <translation>Für jeden Schritt sagen, welche Regel worauf angewandt wurde.</translation>
    </message>
    <message>
        <source>Say model.eval() for a trained network, or multiply by a fixed mask: H * M, which is differentiated.</source>
        <translation>Schreibe model.eval() für ein trainiertes Netz, oder multipliziere mit einer festen Maske: H * M, das abgeleitet wird.</translation>
    </message>
    <message>
        <source>Say model.eval() for the stored ones, write out those of the batch, or use LayerNorm.</source>
        <translation>Schreibe model.eval() für die gespeicherten, schreibe die des Batches aus, oder nimm LayerNorm.</translation>
    </message>
    <message>
        <source>Say sum(y) = 1 of a vector that the expression uses.</source>
        <translation>Sagen Sie sum(y) = 1 von einem Vektor, der im Ausdruck vorkommt.</translation>
    </message>
    <message>
        <source>Say what {0} is: … where {0}({1}) = ….</source>
        <translation>Geben Sie an, was {0} ist: … where {0}({1}) = ….</translation>
    </message>
    <message>
        <source>Say why one sweep backward is cheaper than one forward for each weight.</source>
        <translation>Sagen, warum ein Durchgang rückwärts billiger ist als einer vorwärts für jedes Gewicht.</translation>
    </message>
    <message>
        <source>Say why the order of the factors survives, and what a trace is good for.</source>
        <translation>Sagen, warum die Reihenfolge der Faktoren erhalten bleibt und wozu eine Spur gut ist.</translation>
    </message>
    <message>
        <source>Scalar</source>
        <translation>Skalar</translation>
    </message>
    <message>
        <source>Scalar below an element-wise fraction</source>
        <translation>Skalar unter einem elementweisen Bruch</translation>
    </message>
    <message>
        <source>Scalar expansion</source>
        <translation>Skalare Erweiterung</translation>
    </message>
    <message>
        <source>Scalar functions</source>
        <translation>Skalare Funktionen</translation>
    </message>
    <message>
        <source>Scalar rules</source>
        <translation>Regeln für Skalare</translation>
    </message>
    <message>
        <source>Scalar times vector</source>
        <translation>Skalar mal Vektor</translation>
    </message>
    <message>
        <source>Scalars</source>
        <translation>Skalare</translation>
    </message>
    <message>
        <source>Scalars before a dot product</source>
        <translation>Skalare vor ein Skalarprodukt</translation>
    </message>
    <message>
        <source>Scalars before matrices</source>
        <translation>Zahlen vor Matrizen</translation>
    </message>
    <message>
        <source>Scalars before products entry by entry</source>
        <translation>Skalare vor Produkte Eintrag für Eintrag</translation>
    </message>
    <message>
        <source>Scalars before the total</source>
        <translation>Skalare vor die Summe der Einträge</translation>
    </message>
    <message>
        <source>Scalars beside vectors</source>
        <translation>Skalare neben Vektoren</translation>
    </message>
    <message>
        <source>Scalars expand beside vectors; a vector of ones by itself stays, as a 1 beside a vector is easily overlooked.</source>
        <translation>Skalare werden neben Vektoren erweitert; der Einsvektor allein bleibt stehen, denn eine 1 neben einem Vektor wird leicht übersehen.</translation>
    </message>
    <message>
        <source>Scalars may be multiplied in any order, so the same product can be collected from the variable outwards, or from the value inwards. For scalars this is a matter of taste. For the vectors that follow it decides how much work a computer has: going from the value inwards is what training programs call backpropagation.</source>
        <translation>Skalare dürfen in beliebiger Reihenfolge multipliziert werden, also lässt sich dasselbe Produkt von der Variable nach außen oder vom Wert nach innen einsammeln. Für Skalare ist das Geschmackssache. Für die Vektoren, die folgen, entscheidet es, wie viel Arbeit ein Rechner hat: Vom Wert nach innen zu gehen heißt bei Trainingsprogrammen Backpropagation.</translation>
    </message>
    <message>
        <source>Scalars may stand anywhere in a product; in front they are seen best. The same holds for signs.</source>
        <translation>Skalare dürfen in einem Produkt überall stehen; vorn sind sie am besten zu sehen. Dasselbe gilt für Vorzeichen.</translation>
    </message>
    <message>
        <source>Scaled vector of ones in a sum</source>
        <translation>Vielfaches des Einsvektors in einer Summe</translation>
    </message>
    <message>
        <source>Scaling the entries of a row is multiplying it by the diagonal matrix {diagonal}: every factor of the chain rule is seen.</source>
        <translation>Die Einträge einer Zeile zu skalieren heißt, sie mit der Diagonalmatrix {diagonal} zu multiplizieren: So sieht man jeden Faktor der Kettenregel.</translation>
    </message>
    <message>
        <source>Se&amp;ed</source>
        <translation>Startza&amp;hl</translation>
    </message>
    <message>
        <source>Se&amp;ttings …</source>
        <translation>Einste&amp;llungen …</translation>
    </message>
    <message>
        <source>Second order</source>
        <translation>Zweite Ordnung</translation>
    </message>
    <message>
        <source>See how it shrinks to a difference behind cross-entropy, in one row and in a batch.</source>
        <translation>Sehen, wie sie hinter der Kreuzentropie zu einer Differenz schrumpft, in einer Zeile und in einem Batch.</translation>
    </message>
    <message>
        <source>See in numbers why gradients vanish.</source>
        <translation>In Zahlen sehen, warum Gradienten verschwinden.</translation>
    </message>
    <message>
        <source>See the chain rule for several paths as a product of two Jacobians.</source>
        <translation>Die Kettenregel für mehrere Wege als Produkt zweier Jacobi-Matrizen sehen.</translation>
    </message>
    <message>
        <source>See why the Jacobian of an element-wise operation is diagonal.</source>
        <translation>Sehen, warum die Jacobi-Matrix einer elementweisen Operation diagonal ist.</translation>
    </message>
    <message>
        <source>Seen as a sum of an element-wise product, the dot product is covered by the vector chain rule.</source>
        <translation>Als Summe eines elementweisen Produkts gesehen fällt das Skalarprodukt unter die Vektor-Kettenregel.</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Several functions of several variables: the gradient of each function is a row, and the rows are stacked in the order of the functions (numerator layout). With a single variable the rows have one entry each.</source>
        <translation>Mehrere Funktionen mehrerer Variablen: Der Gradient jeder Funktion ist eine Zeile, und die Zeilen werden in der Reihenfolge der Funktionen gestapelt (Zählerlayout). Bei einer einzigen Variable haben die Zeilen je einen Eintrag.</translation>
    </message>
    <message>
        <source>Several paths</source>
        <translation>Mehrere Wege</translation>
    </message>
    <message>
        <source>Several small rewrites, none of which changes the value; open the step to see them one by one.</source>
        <translation>Mehrere kleine Umformungen, von denen keine den Wert ändert; der aufgeklappte Schritt zeigt sie einzeln.</translation>
    </message>
    <message>
        <source>Several variables</source>
        <translation>Mehrere Variablen</translation>
    </message>
    <message>
        <source>Shape of the variable</source>
        <translation>Form der Variablen</translation>
    </message>
    <message>
        <source>Shape of {0}</source>
        <translation>Form von {0}</translation>
    </message>
    <message>
        <source>Shape of {0}: {1}, {2}</source>
        <translation>Form von {0}: {1}, {2}</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>Formen</translation>
    </message>
    <message>
        <source>Shapes are given after “where”: … where x: n, W: m x n.</source>
        <translation>Formen stehen hinter „where“: … where x: n, W: m x n.</translation>
    </message>
    <message>
        <source>Shapes of {0}</source>
        <translation>Formen von {0}</translation>
    </message>
    <message>
        <source>Shapes of {0} more variables</source>
        <translation>Formen von {0} weiteren Variablen</translation>
    </message>
    <message>
        <source>Shapes to scale</source>
        <translation>Formen, maßstäblich</translation>
    </message>
    <message>
        <source>Shares add up to one, so each depends on all; behind a logarithm nothing but shares less targets is left.</source>
        <translation>Anteile ergeben zusammen eins, also hängt jeder von allen ab; hinter einem Logarithmus bleibt nichts als Anteile minus Zielwerte.</translation>
    </message>
    <message>
        <source>Shares minus targets. Softmax and the logarithm are differentiated together, because together they are harmless.</source>
        <translation>Anteile minus Ziele. Softmax und Logarithmus werden zusammen abgeleitet, denn zusammen sind sie harmlos.</translation>
    </message>
    <message>
        <source>Shift+F5 goes on at slide {0}, F5 begins anew.</source>
        <translation>Umschalt+F5 macht bei Folie {0} weiter, F5 beginnt von vorn.</translation>
    </message>
    <message>
        <source>Short: the lines alone</source>
        <translation>Kurz: nur die Zeilen</translation>
    </message>
    <message>
        <source>Shorter form</source>
        <translation>Kürzere Form</translation>
    </message>
    <message>
        <source>Show a model answer</source>
        <translation>Musterantwort zeigen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Show or hide the &amp;check</source>
        <translation>&amp;Probe zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show or hide the presenter&apos;s wi&amp;ndow</source>
        <translation>Fenster der &amp;Vortragenden zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show or hide the steps &amp;inside</source>
        <translation>Schritte im &amp;Innern zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show the &amp;log</source>
        <translation>&amp;Protokoll zeigen</translation>
    </message>
    <message>
        <source>Show the derivation of this term</source>
        <translation>Ableitung dieses Terms zeigen</translation>
    </message>
    <message>
        <source>Show the hint</source>
        <translation>Hinweis zeigen</translation>
    </message>
    <message>
        <source>Show the l&amp;essons</source>
        <translation>L&amp;ektionen zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Show the {0} steps</source>
        <translation>
            <numerusform>Den {0} Schritt zeigen</numerusform>
            <numerusform>Die {0} Schritte zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show {0} in its folder</source>
        <translation>{0} im Ordner zeigen</translation>
    </message>
    <message>
        <source>Shown as it is typed: {0}.</source>
        <translation>Angezeigt, wie es getippt ist: {0}.</translation>
    </message>
    <message>
        <source>Shown: {title}.</source>
        <translation>Gezeigt: {title}.</translation>
    </message>
    <message>
        <source>Side by side, in the order of the variables, the derivatives with respect to {variables} are a row.</source>
        <translation>Nebeneinander, in der Reihenfolge der Variablen, bilden die Ableitungen nach {variables} eine Zeile.</translation>
    </message>
    <message>
        <source>Sign and absolute value</source>
        <translation>Vorzeichen und Betrag</translation>
    </message>
    <message>
        <source>Sign before the bracket</source>
        <translation>Vorzeichen vor die Klammer</translation>
    </message>
    <message>
        <source>Sign before the fraction</source>
        <translation>Vorzeichen vor dem Bruch</translation>
    </message>
    <message>
        <source>Sign times value</source>
        <translation>Vorzeichen mal Wert</translation>
    </message>
    <message>
        <source>Sign to the front</source>
        <translation>Vorzeichen nach vorn</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Signs and numbers inside the cases</source>
        <translation>Vorzeichen und Zahlen in die Fälle</translation>
    </message>
    <message>
        <source>Single-variable chain rule</source>
        <translation>Kettenregel für eine Variable</translation>
    </message>
    <message>
        <source>Single-variable chain rule, forward</source>
        <translation>Kettenregel für eine Variable, vorwärts</translation>
    </message>
    <message>
        <source>Single-variable total-derivative chain rule</source>
        <translation>Kettenregel mit der totalen Ableitung</translation>
    </message>
    <message>
        <source>Sixty steps of training</source>
        <translation>Sechzig Trainingsschritte</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Sizes over {0} are drawn as {0}.</source>
        <translation>Größen über {0} werden als {0} gezeichnet.</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>Fertigkeit</translation>
    </message>
    <message>
        <source>Skills on the sheet</source>
        <translation>Fertigkeiten auf dem Blatt</translation>
    </message>
    <message>
        <source>Skills with their strength; Enter practises one</source>
        <translation>Fertigkeiten mit ihrer Stärke; mit der Eingabetaste wird eine geübt</translation>
    </message>
    <message>
        <source>Sl&amp;ides of the lesson …</source>
        <translation>Fo&amp;lien der Lektion …</translation>
    </message>
    <message>
        <source>Slices of vectors are read in code, such as x[1:]. Elsewhere write the entries, x_1 and x_2, and sums over them.</source>
        <translation>Ausschnitte von Vektoren werden in Code gelesen, etwa x[1:]. Sonst schreiben Sie die Einträge, x_1 und x_2, und Summen darüber.</translation>
    </message>
    <message>
        <source>Slide {0} of {1}</source>
        <translation>Folie {0} von {1}</translation>
    </message>
    <message>
        <source>Slide {0} of {1} · {2}</source>
        <translation>Folie {0} von {1} · {2}</translation>
    </message>
    <message>
        <source>Slides in their order; a tick shows a slide</source>
        <translation>Folien in ihrer Reihenfolge; ein Häkchen zeigt eine Folie</translation>
    </message>
    <message>
        <source>Slides: {0}</source>
        <translation>Folien: {0}</translation>
    </message>
    <message>
        <source>Slope of the sigmoid on the other side</source>
        <translation>Steigung der Sigmoidfunktion auf der anderen Seite</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>Slowly</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>So the partial derivative {∂(u_2)/∂(x)} means: move {x} where it stands in the definition of {u_2}, while {u_1} is held still. It is one contribution. The total derivative {d(u_2)/d(x)} means: move {x} and let everything follow. It adds all contributions, one for each path, and along a path the rates multiply as before.</source>
        <translation>Die partielle Ableitung {∂(u_2)/∂(x)} bedeutet also: {x} dort bewegen, wo es in der Definition von {u_2} steht, während {u_1} festgehalten wird. Sie ist ein Beitrag. Die totale Ableitung {d(u_2)/d(x)} bedeutet: {x} bewegen und alles folgen lassen. Sie addiert alle Beiträge, einen für jeden Weg, und entlang eines Weges multiplizieren sich die Raten wie bisher.</translation>
    </message>
    <message>
        <source>So the rule becomes short again: {∂(y)/∂(x) = ∂(y)/∂(u) ∂(u)/∂(x)}, with Jacobians in the place of numbers. With {m} entries in {y}, {k} in {u} and {n} in {x}, the shapes are {m}×{k} times {k}×{n}, and they fit because both Jacobians count the same {u}. Exchange the factors and, unless {m} and {n} happen to be equal, they do not even fit. Numbers could be multiplied in any order; Jacobians cannot.</source>
        <translation>Also wird die Regel wieder kurz: {∂(y)/∂(x) = ∂(y)/∂(u) ∂(u)/∂(x)}, mit Jacobi-Matrizen anstelle von Zahlen. Mit {m} Einträgen in {y}, {k} in {u} und {n} in {x} sind die Formen {m}×{k} mal {k}×{n}, und sie passen, weil beide Jacobi-Matrizen dasselbe {u} zählen. Vertauscht man die Faktoren, so passen sie nicht einmal, es sei denn, {m} und {n} sind zufällig gleich. Zahlen ließen sich in beliebiger Reihenfolge multiplizieren; Jacobi-Matrizen nicht.</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Softmax and cross-entropy</source>
        <translation>Softmax und Kreuzentropie</translation>
    </message>
    <message>
        <source>Softmax is taken of each row of the comparisons. With how many of its entries does one share change?</source>
        <translation>Softmax wird von jeder Zeile der Vergleiche genommen. Mit wie vielen ihrer Einträge ändert sich ein Anteil?</translation>
    </message>
    <message>
        <source>Softmax of rows</source>
        <translation>Softmax der Zeilen</translation>
    </message>
    <message>
        <source>Softmax of shifted entries</source>
        <translation>Softmax verschobener Einträge</translation>
    </message>
    <message>
        <source>Softmax turns {k} numbers into {k} shares: every exponential over the sum of all of them. It looks like an activation, but it is none: the sum below the bar contains every entry, so raising one entry lowers all other shares. Expect a Jacobian without zeros.</source>
        <translation>Softmax macht aus {k} Zahlen {k} Anteile: jeden Exponentialwert durch die Summe von allen. Es sieht wie eine Aktivierung aus, ist aber keine: Die Summe unter dem Strich enthält jeden Eintrag, also senkt das Anheben eines Eintrags alle anderen Anteile. Erwarte eine Jacobi-Matrix ohne Nullen.</translation>
    </message>
    <message>
        <source>Softmax, from its definition</source>
        <translation>Softmax, aus seiner Definition</translation>
    </message>
    <message>
        <source>Some are positive and some negative: indefinite here, curved as a saddle is.</source>
        <translation>Manche sind positiv und manche negativ: hier indefinit, gekrümmt wie ein Sattel.</translation>
    </message>
    <message>
        <source>Some of your answers were saved by a newer version of the program; they stay there.</source>
        <translation>Einige Ihrer Antworten wurden von einer neueren Version des Programms gespeichert; sie bleiben dort.</translation>
    </message>
    <message>
        <source>Somebody differentiates {tr(X @ X)} and says: a square, so the derivative is twice the inside, transposed where layout asks for it. Is this true? And what is the derivative of {sum(X ⊗ X)} in numerator layout?</source>
        <translation>Jemand leitet {tr(X @ X)} ab und sagt: ein Quadrat, also ist die Ableitung zweimal das Innere, transponiert, wo das Layout es verlangt. Stimmt das? Und was ist die Ableitung von {sum(X ⊗ X)} im Zählerlayout?</translation>
    </message>
    <message>
        <source>Someone differentiates {x + u_1} with respect to {x}, treats {u_1} as a constant and stops. What do they get, and which question have they answered instead of the one asked?</source>
        <translation>Jemand leitet {x + u_1} nach {x} ab, behandelt {u_1} als Konstante und hört auf. Welche Zahl kommt heraus, und welche Frage wurde damit statt der gestellten beantwortet?</translation>
    </message>
    <message>
        <source>Something went wrong inside the program ({0}). What is open is kept.</source>
        <translation>Im Programm ist etwas schiefgegangen ({0}). Was offen ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Spotlight off.</source>
        <translation>Scheinwerfer aus.</translation>
    </message>
    <message>
        <source>Spotlight on the pointer.</source>
        <translation>Scheinwerfer auf dem Mauszeiger.</translation>
    </message>
    <message>
        <source>Spotlight on the term.</source>
        <translation>Scheinwerfer auf dem Term.</translation>
    </message>
    <message>
        <source>Square of a root</source>
        <translation>Quadrat einer Wurzel</translation>
    </message>
    <message>
        <source>Square of the length</source>
        <translation>Quadrat der Länge</translation>
    </message>
    <message>
        <source>Squared errors of a layer</source>
        <translation>Quadratische Fehler einer Schicht</translation>
    </message>
    <message>
        <source>Squared errors of a linear model</source>
        <translation>Quadrierte Fehler eines linearen Modells</translation>
    </message>
    <message>
        <source>Squared length</source>
        <translation>Quadrat der Länge</translation>
    </message>
    <message>
        <source>Squaring undoes the root: what is left is {f}.</source>
        <translation>Das Quadrat hebt die Wurzel auf: Es bleibt {f}.</translation>
    </message>
    <message>
        <source>Stack the gradients of several functions to a Jacobian.</source>
        <translation>Die Gradienten mehrerer Funktionen zu einer Jacobi-Matrix stapeln.</translation>
    </message>
    <message>
        <source>Stack the rows</source>
        <translation>Zeilen stapeln</translation>
    </message>
    <message>
        <source>Stacked zeros are zeros.</source>
        <translation>Nullen zusammengesetzt sind Nullen.</translation>
    </message>
    <message>
        <source>Stacking the columns goes on inside each case.</source>
        <translation>Das Stapeln der Spalten geschieht in jedem Fall für sich.</translation>
    </message>
    <message>
        <source>Stacking the columns of a matrix is linear.</source>
        <translation>Die Spalten untereinanderzuschreiben ist linear.</translation>
    </message>
    <message>
        <source>Start or pause the &amp;timer</source>
        <translation>&amp;Uhr starten oder anhalten</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Start with two functions of a single {x}, kept together in a vector: {[ln(x^2), sin(3 x)]}. Nothing forbids differentiating one entry after the other, and that is what the first derivation does.</source>
        <translation>Beginne mit zwei Funktionen eines einzigen {x}, zusammengehalten in einem Vektor: {[ln(x^2), sin(3 x)]}. Nichts verbietet, einen Eintrag nach dem anderen abzuleiten, und genau das tut die erste Ableitung.</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Step size {values}.</source>
        <translation>Schrittweite {values}.</translation>
    </message>
    <message>
        <source>Step {0}</source>
        <translation>Schritt {0}</translation>
    </message>
    <message>
        <source>Step {0} · {1}</source>
        <translation>Schritt {0} · {1}</translation>
    </message>
    <message>
        <source>Step {0}, covered</source>
        <translation>Schritt {0}, verdeckt</translation>
    </message>
    <message>
        <source>Step {0}, {1}. {2}</source>
        <translation>Schritt {0}, {1}. {2}</translation>
    </message>
    <message>
        <source>Stepping</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Steps inside this step</source>
        <translation>Schritte in diesem Schritt</translation>
    </message>
    <message>
        <source>Steps of the derivation</source>
        <translation>Schritte der Ableitung</translation>
    </message>
    <message numerus="yes">
        <source>Steps {1} could not be checked by numbers.</source>
        <translation>
            <numerusform>Schritt {1} ließ sich nicht durch Zahlen prüfen.</numerusform>
            <numerusform>Die Schritte {1} ließen sich nicht durch Zahlen prüfen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Steps {1} fail their checks and must not be trusted.</source>
        <translation>
            <numerusform>Schritt {1} besteht seine Prüfung nicht; ihm ist nicht zu trauen.</numerusform>
            <numerusform>Die Schritte {1} bestehen ihre Prüfung nicht; ihnen ist nicht zu trauen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Your answer was not judged.</source>
        <translation>Abgebrochen. Deine Antwort wurde nicht beurteilt.</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>Strang, Introduction to Linear Algebra, section 4.2</source>
        <translation>Strang, Introduction to Linear Algebra, Abschnitt 4.2</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Substitute back</source>
        <translation>Zurück einsetzen</translation>
    </message>
    <message>
        <source>Substitute back what the names stand for.</source>
        <translation>Zurück einsetzen, wofür die Namen stehen.</translation>
    </message>
    <message>
        <source>Substitute back what the names stand for: {names}.</source>
        <translation>Zurück einsetzen, wofür die Namen stehen: {names}.</translation>
    </message>
    <message>
        <source>Substitute the derivatives</source>
        <translation>Die Ableitungen einsetzen</translation>
    </message>
    <message>
        <source>Substitute the derivatives found above.</source>
        <translation>Die oben ausgerechneten Ableitungen einsetzen.</translation>
    </message>
    <message>
        <source>Subtract exponents</source>
        <translation>Exponenten subtrahieren</translation>
    </message>
    <message>
        <source>Such an argument never moves: a formula for the derivative of the function at this place is not needed, and often there is none, as for the absolute value of 0.</source>
        <translation>Ein solches Argument ändert sich nie: eine Formel für die Ableitung der Funktion an dieser Stelle wird nicht gebraucht, und oft gibt es keine, wie beim Betrag von 0.</translation>
    </message>
    <message>
        <source>Sum of a diagonal</source>
        <translation>Summe einer Diagonalen</translation>
    </message>
    <message>
        <source>Sum of all entries</source>
        <translation>Summe aller Einträge</translation>
    </message>
    <message>
        <source>Sum of diagonal matrices</source>
        <translation>Summe von Diagonalmatrizen</translation>
    </message>
    <message>
        <source>Sum of entries as a trace</source>
        <translation>Summe von Einträgen als Spur</translation>
    </message>
    <message>
        <source>Sum of ones</source>
        <translation>Summe von Einsen</translation>
    </message>
    <message>
        <source>Sum of powers written out</source>
        <translation>Summe von Potenzen ausgeschrieben</translation>
    </message>
    <message>
        <source>Sum of row sums</source>
        <translation>Summe der Zeilensummen</translation>
    </message>
    <message>
        <source>Sum of rows as a product</source>
        <translation>Summe von Zeilen als Produkt</translation>
    </message>
    <message>
        <source>Sum of shares and other terms</source>
        <translation>Summe aus Anteilen und anderen Summanden</translation>
    </message>
    <message>
        <source>Sum of the entries of a Kronecker product</source>
        <translation>Summe der Einträge eines Kronecker-Produkts</translation>
    </message>
    <message>
        <source>Sum of transposes</source>
        <translation>Summe von Transponierten</translation>
    </message>
    <message>
        <source>Sum reduction</source>
        <translation>Summenreduktion</translation>
    </message>
    <message>
        <source>Sum rule</source>
        <translation>Summenregel</translation>
    </message>
    <message>
        <source>Sum, block by block</source>
        <translation>Summe, Block für Block</translation>
    </message>
    <message>
        <source>Sums and constant factors</source>
        <translation>Summen und konstante Faktoren</translation>
    </message>
    <message>
        <source>Sums and means here go over all entries; write a sum over rows as sum(i=1..N, …).</source>
        <translation>Summen und Mittel gehen hier über alle Einträge; eine Summe über Zeilen als sum(i=1..N, …) schreiben.</translation>
    </message>
    <message>
        <source>Sums and multiples of matrices are taken entry by entry, in whatever order the entries stand.</source>
        <translation>Summen und Vielfache von Matrizen werden Eintrag für Eintrag gebildet, in welcher Reihenfolge die Einträge auch stehen.</translation>
    </message>
    <message>
        <source>Sums and multiples of vectors work entry by entry; an entry of a product A x stays, it would be a sum.</source>
        <translation>Summen und Vielfache von Vektoren werden Eintrag für Eintrag gebildet; ein Eintrag eines Produkts A x bleibt stehen, er wäre eine Summe.</translation>
    </message>
    <message>
        <source>Sums as products of matrices</source>
        <translation>Summen als Matrizenprodukte</translation>
    </message>
    <message>
        <source>Sums in a fraction can hide a common factor; dividing it out gives a shorter form of the same value.</source>
        <translation>Summen in einem Bruch können einen gemeinsamen Faktor verbergen; ihn zu kürzen ergibt eine kürzere Form desselben Werts.</translation>
    </message>
    <message>
        <source>Sums of entries</source>
        <translation>Summen von Einträgen</translation>
    </message>
    <message>
        <source>Sums of rows</source>
        <translation>Zeilensummen</translation>
    </message>
    <message>
        <source>Suppose that entry {i} of the value were {w_i x_{n}}, so that every entry looks at the last one of {x}. Where would the Jacobian with respect to {x} have entries that are not zero?</source>
        <translation>Angenommen, Eintrag {i} des Werts wäre {w_i x_{n}}, sodass jeder Eintrag auf den letzten von {x} sieht. Wo hätte die Jacobi-Matrix nach {x} Einträge, die nicht null sind?</translation>
    </message>
    <message>
        <source>Suppose the targets are not one-hot, but their rows add up to 0.9. What changes in the gradient of the batch?</source>
        <translation>Angenommen, die Ziele sind nicht one-hot, sondern ihre Zeilen ergeben zusammen 0,9. Was ändert sich am Gradienten des Batches?</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Tausch</translation>
    </message>
    <message>
        <source>Swap the s&amp;creens</source>
        <translation>&amp;Bildschirme tauschen</translation>
    </message>
    <message>
        <source>Sweep of {0}</source>
        <translation>Durchlauf von {0}</translation>
    </message>
    <message>
        <source>SymPy</source>
        <translation>SymPy</translation>
    </message>
    <message>
        <source>SymPy&apos;s {0} cannot be read: {1}</source>
        <translation>{0} von SymPy lässt sich nicht lesen: {1}</translation>
    </message>
    <message>
        <source>Symmetric and diagonal matrices</source>
        <translation>Symmetrische und diagonale Matrizen</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Take a derivative apart, one rule at a time, until nothing is left to differentiate.</source>
        <translation>Eine Ableitung auseinandernehmen, Regel für Regel, bis nichts mehr abzuleiten ist.</translation>
    </message>
    <message>
        <source>Take a second function of the same two variables, {2 x + y^8}. It has a gradient of its own, found in the same way as before.</source>
        <translation>Nimm eine zweite Funktion derselben beiden Variablen, {2 x + y^8}. Sie hat einen eigenen Gradienten, der sich genauso findet wie zuvor.</translation>
    </message>
    <message>
        <source>Take it &amp;back</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>Take one definition and differentiate it with respect to one variable that it uses; everything else in it is held constant.</source>
        <translation>Eine Definition nehmen und nach einer Variable ableiten, die sie verwendet; alles andere darin wird festgehalten.</translation>
    </message>
    <message>
        <source>Take one entry</source>
        <translation>Einen Eintrag nehmen</translation>
    </message>
    <message>
        <source>Take the function&apos;s derivative from the table, at the same argument, times the derivative of the argument.</source>
        <translation>Die Ableitung der Funktion aus der Tabelle nehmen, am selben Argument, mal die Ableitung des Arguments.</translation>
    </message>
    <message>
        <source>Take the second one: […]{0}.</source>
        <translation>Nehmen Sie den zweiten: […]{0}.</translation>
    </message>
    <message>
        <source>Take {x + x^2} apart: {u_1 = x^2}, then {u_2 = x + u_1}. When {x} moves, {u_2} feels it twice, once directly and once by way of {u_1}. If you apply the rule for a single path, you follow only one of these and forget the other.</source>
        <translation>Nimm {x + x^2} auseinander: {u_1 = x^2}, dann {u_2 = x + u_1}. Wenn sich {x} bewegt, spürt {u_2} es zweimal, einmal direkt und einmal über {u_1}. Wer die Regel für einen einzigen Weg anwendet, folgt nur einem davon und vergisst den anderen.</translation>
    </message>
    <message>
        <source>Tangent at {0}</source>
        <translation>Tangente bei {0}</translation>
    </message>
    <message>
        <source>Tangent at {place}: slope {slope}.</source>
        <translation>Tangente bei {place}: Steigung {slope}.</translation>
    </message>
    <message>
        <source>Targets minus shares instead of shares minus targets</source>
        <translation>Ziele minus Anteile statt Anteile minus Ziele</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Tell the layers of two libraries apart by the transpose of their weights.</source>
        <translation>Die Schichten zweier Bibliotheken an der Transponierten ihrer Gewichte unterscheiden.</translation>
    </message>
    <message>
        <source>Tell the shape of a derivative from the shapes of the function and the variable.</source>
        <translation>Die Form einer Ableitung aus den Formen der Funktion und der Variable ablesen.</translation>
    </message>
    <message>
        <source>Tell which terms of such a sum survive.</source>
        <translation>Angeben, welche Terme einer solchen Summe bleiben.</translation>
    </message>
    <message>
        <source>Term by term, with constant factors in front.</source>
        <translation>Summand für Summand, mit konstanten Faktoren davor.</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Terme</translation>
    </message>
    <message>
        <source>Terms &amp;do not move</source>
        <translation>Terme bewegen sich n&amp;icht</translation>
    </message>
    <message>
        <source>Terms &amp;move</source>
        <translation>&amp;Terme bewegen sich</translation>
    </message>
    <message>
        <source>Terms may change places. Powers rise, or fall as they do in the function itself; what is positive comes first.</source>
        <translation>Summanden dürfen die Plätze tauschen. Die Potenzen steigen, oder sie fallen wie in der Funktion selbst; Positives kommt zuerst.</translation>
    </message>
    <message>
        <source>Terms move</source>
        <translation>Terme bewegen sich</translation>
    </message>
    <message>
        <source>Terms move &amp;quickly</source>
        <translation>Terme bewegen sich s&amp;chnell</translation>
    </message>
    <message>
        <source>Terms move sl&amp;owly</source>
        <translation>Terme bewegen sich &amp;langsam</translation>
    </message>
    <message>
        <source>Terms that are zero are left out of a sum.</source>
        <translation>Terme, die null sind, werden in einer Summe weggelassen.</translation>
    </message>
    <message>
        <source>Terms that differ only in a number are added.</source>
        <translation>Terme, die sich nur in einer Zahl unterscheiden, werden addiert.</translation>
    </message>
    <message>
        <source>Terms that do not depend on the variable add nothing: their differential is zero.</source>
        <translation>Summanden, die nicht von der Variablen abhängen, tragen nichts bei: Ihr Differential ist null.</translation>
    </message>
    <message>
        <source>Terms with different δ are summed separately.</source>
        <translation>Die Glieder, deren δ verschieden sind, werden für sich summiert.</translation>
    </message>
    <message>
        <source>Terms with several δ have them in several places: as entries each δ can pick its term of the sum.</source>
        <translation>Glieder mit mehreren δ haben sie an mehreren Stellen: Als Einträge kann jedes δ sein Glied der Summe auswählen.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text in quotation marks has no meaning here.</source>
        <translation>Texte in Anführungszeichen haben hier keine Bedeutung.</translation>
    </message>
    <message>
        <source>Texts stand between quotes, long ones between &apos;&apos;&apos;.</source>
        <translation>Texte stehen in Anführungszeichen, lange zwischen &apos;&apos;&apos;.</translation>
    </message>
    <message>
        <source>That is all you need to know to predict the pattern of the Jacobian. Its entry in row {i} and column {j} asks how entry {i} of the value reacts to {w_j}. If {i} and {j} differ, {w_j} does not occur in entry {i} at all, so the answer is zero. What remains are the {n} places where {i} and {j} agree: the diagonal. This is the element-wise diagonal condition, and it is the only idea of this lesson. The rest is scalar rules.</source>
        <translation>Mehr braucht man nicht zu wissen, um das Muster der Jacobi-Matrix vorherzusagen. Ihr Eintrag in Zeile {i} und Spalte {j} fragt, wie Eintrag {i} des Werts auf {w_j} reagiert. Sind {i} und {j} verschieden, so kommt {w_j} in Eintrag {i} gar nicht vor, also lautet die Antwort null. Es bleiben die {n} Stellen, an denen {i} und {j} übereinstimmen: die Diagonale. Das ist die elementweise Diagonalbedingung, und sie ist der einzige Gedanke dieser Lektion. Der Rest sind skalare Regeln.</translation>
    </message>
    <message>
        <source>That is what the trace is.</source>
        <translation>Das ist die Spur.</translation>
    </message>
    <message>
        <source>That it is a row and not a column is a decision. This course makes it the way the paper does, in numerator layout. The next lesson shows what the decision is good for.</source>
        <translation>Dass er eine Zeile ist und keine Spalte, ist eine Entscheidung. Dieser Kurs trifft sie wie der Aufsatz, im Zählerlayout. Die nächste Lektion zeigt, wozu die Entscheidung gut ist.</translation>
    </message>
    <message>
        <source>The &amp;rule of this step</source>
        <translation>&amp;Regel dieses Schritts</translation>
    </message>
    <message>
        <source>The 1 behind a factor is read as a vector of ones.</source>
        <translation>Die 1 hinter einem Faktor wird als Vektor aus Einsen gelesen.</translation>
    </message>
    <message>
        <source>The Frobenius norm</source>
        <translation>Die Frobenius-Norm</translation>
    </message>
    <message>
        <source>The Jacobian</source>
        <translation>Die Jacobi-Matrix</translation>
    </message>
    <message>
        <source>The Jacobian has a row for each entry of {f} and a column for each entry of {x}: its entry in row {i}, column {j} is {entry}.</source>
        <translation>Die Jacobi-Matrix hat eine Zeile für jeden Eintrag von {f} und eine Spalte für jeden Eintrag von {x}: In Zeile {i}, Spalte {j} steht {entry}.</translation>
    </message>
    <message>
        <source>The Jacobian is a matrix, not its diagonal</source>
        <translation>Die Jacobi-Matrix ist eine Matrix, nicht nur ihre Diagonale</translation>
    </message>
    <message>
        <source>The Jacobian of softmax in one row is diag(p) − p pᵀ. Times a vector it weights the deviations from the weighted mean; this is done in every row.</source>
        <translation>Die Jacobi-Matrix von Softmax in einer Zeile ist diag(p) − p pᵀ. Mal einem Vektor gewichtet sie die Abweichungen vom gewichteten Mittel; das geschieht in jeder Zeile.</translation>
    </message>
    <message>
        <source>The Jacobian of softmax was taken as diagonal</source>
        <translation>Die Jacobi-Matrix von Softmax wurde für diagonal gehalten</translation>
    </message>
    <message>
        <source>The Jacobian of stacked values is the stack of their Jacobians.</source>
        <translation>Die Jacobi-Matrix gestapelter Werte besteht aus ihren gestapelten Jacobi-Matrizen.</translation>
    </message>
    <message>
        <source>The Jacobian of the outer function stands on the left, and the inner sizes {k} meet.</source>
        <translation>Die Jacobi-Matrix der äußeren Funktion steht links, und die inneren Größen {k} treffen sich.</translation>
    </message>
    <message>
        <source>The Jacobian of what works entry by entry is diagonal.</source>
        <translation>Was Eintrag für Eintrag wirkt, hat eine diagonale Jacobi-Matrix.</translation>
    </message>
    <message>
        <source>The Jacobian stacks the gradients.</source>
        <translation>Die Jacobi-Matrix stapelt die Gradienten.</translation>
    </message>
    <message>
        <source>The Jacobians are multiplied from the result back to the variable.</source>
        <translation>Die Jacobi-Matrizen werden vom Ergebnis zurück zur Variablen multipliziert.</translation>
    </message>
    <message>
        <source>The Jacobians are multiplied in the wrong order</source>
        <translation>Die Jacobi-Matrizen stehen in falscher Reihenfolge</translation>
    </message>
    <message>
        <source>The Matrix Calculus You Need For Deep Learning</source>
        <translation>The Matrix Calculus You Need For Deep Learning</translation>
    </message>
    <message>
        <source>The Pythagorean identity turns two terms into one: what is left is {left}.</source>
        <translation>Die Identität des Pythagoras macht aus zwei Summanden einen: Es bleibt {left}.</translation>
    </message>
    <message>
        <source>The T above is read as an exponent; write &apos; for a transpose.</source>
        <translation>Das hochgestellte T wird als Exponent gelesen; die Transponierte schreibt man mit &apos;.</translation>
    </message>
    <message>
        <source>The activation</source>
        <translation>Die Aktivierung</translation>
    </message>
    <message>
        <source>The activation of a vector</source>
        <translation>Die Aktivierung eines Vektors</translation>
    </message>
    <message>
        <source>The activation {max(0, z)} has two straight pieces with a corner between them. To the left of the corner it is flat; to the right it climbs as fast as {z}. At {z = 0} the slopes from the two sides disagree, so there is no derivative there; like the paper, the program counts this one point with the flat side and says so.</source>
        <translation>Die Aktivierung {max(0, z)} hat zwei gerade Stücke mit einem Knick dazwischen. Links vom Knick ist sie flach, rechts davon steigt sie so schnell wie {z}. Bei {z = 0} stimmen die Steigungen von beiden Seiten nicht überein, also gibt es dort keine Ableitung; wie der Aufsatz schlägt das Programm diesen einen Punkt der flachen Seite zu und sagt es.</translation>
    </message>
    <message>
        <source>The adjoint meets the inputs. Every input adds its share, weighted by what the loss says about its row.</source>
        <translation>Die Adjungierte trifft auf die Eingaben. Jede Eingabe trägt ihren Teil bei, gewichtet mit dem, was der Verlust über ihre Zeile sagt.</translation>
    </message>
    <message>
        <source>The adjoint of a value says how the result changes with it. A value acts through the values whose definitions use it, and through nothing else: of each of these the adjoint is known already, and what every use contributes is added.</source>
        <translation>Die Adjungierte eines Werts sagt, wie sich das Ergebnis mit ihm ändert. Ein Wert wirkt durch die Werte, deren Definitionen ihn verwenden, und durch nichts sonst: Von jedem von diesen ist die Adjungierte schon bekannt, und was jede Verwendung beiträgt, wird addiert.</translation>
    </message>
    <message>
        <source>The adjoints of these are known: {0}.</source>
        <translation>Von diesen sind die Adjungierten bekannt: {0}.</translation>
    </message>
    <message>
        <source>The affine part, with respect to the bias</source>
        <translation>Der affine Teil, nach dem Bias</translation>
    </message>
    <message>
        <source>The affine part, with respect to the weights</source>
        <translation>Der affine Teil, nach den Gewichten</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>Die Antwort</translation>
    </message>
    <message>
        <source>The answer is {0}, this is {1}.</source>
        <translation>Die Antwort ist {0}, dies ist {1}.</translation>
    </message>
    <message>
        <source>The argument of the function gets a letter; its change is multiplied by the derivative with respect to that.</source>
        <translation>Das Argument der Funktion bekommt einen Buchstaben; seine Änderung wird mit der Ableitung danach multipliziert.</translation>
    </message>
    <message>
        <source>The arrows that leave a value are the definitions that use it; the adjoint comes back along every one of them.</source>
        <translation>Die Pfeile, die einen Wert verlassen, sind die Definitionen, die ihn benutzen; die Adjungierte kommt auf jedem von ihnen zurück.</translation>
    </message>
    <message>
        <source>The audience follows again.</source>
        <translation>Das Publikum folgt wieder.</translation>
    </message>
    <message>
        <source>The audience sees black.</source>
        <translation>Das Publikum sieht Schwarz.</translation>
    </message>
    <message>
        <source>The audience sees white.</source>
        <translation>Das Publikum sieht Weiß.</translation>
    </message>
    <message>
        <source>The base {a} is constant, the exponent {f} is not: the power stays, times the logarithm of its base.</source>
        <translation>Die Basis {a} ist konstant, der Exponent {f} nicht: Die Potenz bleibt, mal dem Logarithmus ihrer Basis.</translation>
    </message>
    <message>
        <source>The bell curve</source>
        <translation>Die Glockenkurve</translation>
    </message>
    <message>
        <source>The bias has one entry for each neuron, and every row of the batch adds its share to it.</source>
        <translation>Der Bias hat einen Eintrag für jedes Neuron, und jede Zeile des Batches trägt dazu ihren Teil bei.</translation>
    </message>
    <message>
        <source>The bias makes it no harder. With respect to {w} it is a constant; with respect to {b} it is the dot product that is constant.</source>
        <translation>Der Bias macht es nicht schwerer. Nach {w} ist er eine Konstante; nach {b} ist es das Skalarprodukt, das konstant ist.</translation>
    </message>
    <message>
        <source>The bias was not summed over the rows</source>
        <translation>Der Bias wurde nicht über die Zeilen summiert</translation>
    </message>
    <message>
        <source>The board is shown.</source>
        <translation>Die Tafel wird gezeigt.</translation>
    </message>
    <message>
        <source>The bracket is what acts on C: C, less its part in one direction, where u = v is a unit vector.</source>
        <translation>Die Klammer ist das, was auf C wirkt: C ohne seinen Anteil in einer Richtung, falls u = v ein Einheitsvektor ist.</translation>
    </message>
    <message>
        <source>The brackets are multiplied out entry by entry, because then terms cancel.</source>
        <translation>Die Klammern werden Eintrag für Eintrag ausmultipliziert, weil sich dann Summanden aufheben.</translation>
    </message>
    <message>
        <source>The brackets are multiplied out, because then terms cancel.</source>
        <translation>Die Klammern werden ausmultipliziert, weil sich dann Terme aufheben.</translation>
    </message>
    <message>
        <source>The calculation was cancelled.</source>
        <translation>Die Rechnung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The cases are decided for every entry on its own.</source>
        <translation>Die Fälle werden für jeden Eintrag einzeln entschieden.</translation>
    </message>
    <message>
        <source>The cases inside are decided by the condition of the case in which they stand.</source>
        <translation>Die inneren Fälle sind durch die Bedingung des Falls entschieden, in dem sie stehen.</translation>
    </message>
    <message>
        <source>The cases {switch} switch the other factors off or on: write the product case by case.</source>
        <translation>Die Fälle {switch} schalten die anderen Faktoren aus oder ein: das Produkt Fall für Fall schreiben.</translation>
    </message>
    <message>
        <source>The chain method gives its argument a name.</source>
        <translation>Das Verfahren mit der Kettenregel gibt ihrem Argument einen Namen.</translation>
    </message>
    <message>
        <source>The chain rule puts the two together. If {u} moves three times as fast as {x}, and {y} moves half as fast as {u}, then {y} moves three halves as fast as {x}. Rates multiply: {d(y)/d(x) = d(y)/d(u) d(u)/d(x)}.</source>
        <translation>Die Kettenregel setzt beides zusammen. Wenn sich {u} dreimal so schnell bewegt wie {x} und {y} halb so schnell wie {u}, dann bewegt sich {y} anderthalbmal so schnell wie {x}. Raten multiplizieren sich: {d(y)/d(x) = d(y)/d(u) d(u)/d(x)}.</translation>
    </message>
    <message>
        <source>The chain rule, one path</source>
        <translation>Die Kettenregel, ein Weg</translation>
    </message>
    <message>
        <source>The chain rule, several paths</source>
        <translation>Die Kettenregel, mehrere Wege</translation>
    </message>
    <message>
        <source>The change of a vector or matrix that is written out holds the changes of its entries.</source>
        <translation>Die Änderung eines ausgeschriebenen Vektors oder einer Matrix enthält die Änderungen der Einträge.</translation>
    </message>
    <message>
        <source>The chosen method does not come to an end here.</source>
        <translation>Das gewählte Verfahren kommt hier nicht ans Ziel.</translation>
    </message>
    <message>
        <source>The colours of the windows and of the board.</source>
        <translation>Die Farben der Fenster und der Tafel.</translation>
    </message>
    <message>
        <source>The column is 1 at {j} and 0 elsewhere: of {x} it picks out the entry {entry}.</source>
        <translation>Die Spalte ist 1 bei {j} und sonst 0: Sie greift aus {x} den Eintrag {entry} heraus.</translation>
    </message>
    <message>
        <source>The columns of the left factor must be as many as the rows of the right one.</source>
        <translation>Der linke Faktor braucht so viele Spalten, wie der rechte Zeilen hat.</translation>
    </message>
    <message>
        <source>The common factor {factors} cancels.</source>
        <translation>Der gemeinsame Faktor {factors} kürzt sich.</translation>
    </message>
    <message>
        <source>The common factors {factors} cancel.</source>
        <translation>Die gemeinsamen Faktoren {factors} kürzen sich.</translation>
    </message>
    <message>
        <source>The commutation matrix has a single 1 in every row and column.</source>
        <translation>Die Kommutationsmatrix hat in jeder Zeile und Spalte genau eine 1.</translation>
    </message>
    <message>
        <source>The commutation matrix makes the two sides of a Kronecker product change places; {v} is a row, so nothing else is left of it.</source>
        <translation>Die Kommutationsmatrix vertauscht die beiden Seiten eines Kronecker-Produkts; {v} ist eine Zeile, darum bleibt sonst nichts von ihr übrig.</translation>
    </message>
    <message>
        <source>The condition of each row stays inside the sum, with the row that it speaks of.</source>
        <translation>Die Bedingung jeder Zeile bleibt in der Summe, bei der Zeile, von der sie spricht.</translation>
    </message>
    <message>
        <source>The condition {0} counts as 1 where it holds, and as 0 elsewhere.</source>
        <translation>Die Bedingung {0} zählt 1, wo sie gilt, sonst 0.</translation>
    </message>
    <message>
        <source>The cross-entropy of a batch is the mean over its rows.</source>
        <translation>Die Kreuzentropie eines Batches ist der Mittelwert über seine Zeilen.</translation>
    </message>
    <message>
        <source>The data are {N} inputs, the rows {X_i} of a matrix {X}, and for each of them the wanted answer {y_i}. Row {i} is used as a column, so that {w · X_i} makes sense. (Where only {X} is declared, {x_i} is understood as this row too.) The error of the neuron in row {i} is the difference between {y_i} and its answer; the loss squares the errors and takes their mean:</source>
        <translation>Die Daten sind {N} Eingaben, die Zeilen {X_i} einer Matrix {X}, und zu jeder die gewünschte Antwort {y_i}. Zeile {i} wird als Spalte verwendet, damit {w · X_i} einen Sinn hat. (Wo nur {X} deklariert ist, wird auch {x_i} als diese Zeile verstanden.) Der Fehler des Neurons in Zeile {i} ist die Differenz zwischen {y_i} und seiner Antwort; der Verlust quadriert die Fehler und nimmt ihren Mittelwert:</translation>
    </message>
    <message>
        <source>The deck {0} is open: F5 projects it.</source>
        <translation>Der Foliensatz {0} ist offen: F5 projiziert ihn.</translation>
    </message>
    <message>
        <source>The denominator divides every entry and changes all of them; what it contributes is a column times a row.</source>
        <translation>Der Nenner teilt jeden Eintrag und ändert sie alle; sein Beitrag ist eine Spalte mal eine Zeile.</translation>
    </message>
    <message>
        <source>The denominator of the quotient rule is not squared</source>
        <translation>Der Nenner der Quotientenregel ist nicht quadriert</translation>
    </message>
    <message>
        <source>The denominator {c} does not contain {x}: dividing by it can wait.</source>
        <translation>Der Nenner {c} enthält {x} nicht: Das Teilen kann warten.</translation>
    </message>
    <message>
        <source>The denominator {g} is not constant: the quotient rule.</source>
        <translation>Der Nenner {g} ist nicht konstant: die Quotientenregel.</translation>
    </message>
    <message>
        <source>The derivation has the steps 1 to {0}.</source>
        <translation>Die Ableitung hat die Schritte 1 bis {0}.</translation>
    </message>
    <message>
        <source>The derivation is not finished yet.</source>
        <translation>Die Ableitung ist noch nicht fertig.</translation>
    </message>
    <message>
        <source>The derivation is {0}: {1}</source>
        <translation>Die Ableitung ist {0}: {1}</translation>
    </message>
    <message>
        <source>The derivation leaves sizes open: what holds for all of them holds for {0}.</source>
        <translation>Die Ableitung lässt Größen offen: Was für alle gilt, gilt auch für {0}.</translation>
    </message>
    <message>
        <source>The derivation of {0}. Escape leads back.</source>
        <translation>Die Ableitung von {0}. Escape führt zurück.</translation>
    </message>
    <message>
        <source>The derivative</source>
        <translation>Die Ableitung</translation>
    </message>
    <message>
        <source>The derivative as a symmetric matrix with {0} rows. Eigenvalues: {1}. {2}</source>
        <translation>Die Ableitung als symmetrische Matrix mit {0} Zeilen. Eigenwerte: {1}. {2}</translation>
    </message>
    <message>
        <source>The derivative as {0} and {1}: {2}{3}. The largest entry is {4} away from zero.</source>
        <translation>Die Ableitung mit {0} und {1}: {2}{3}. Der größte Eintrag ist {4} von null entfernt.</translation>
    </message>
    <message>
        <source>The derivative collects the partial derivatives.</source>
        <translation>Die Ableitung sammelt die partiellen Ableitungen.</translation>
    </message>
    <message>
        <source>The derivative comes in blocks.</source>
        <translation>Die Ableitung kommt in Blöcken.</translation>
    </message>
    <message>
        <source>The derivative from the table, taken at what is inside, times the derivative of what is inside.</source>
        <translation>Die Ableitung aus der Tabelle an der Stelle des Inneren, mal der Ableitung des Inneren.</translation>
    </message>
    <message>
        <source>The derivative is a column: a row for each {0}.</source>
        <translation>Die Ableitung ist eine Spalte: eine Zeile für jeden {0}.</translation>
    </message>
    <message>
        <source>The derivative is a row: a column for each {0}.</source>
        <translation>Die Ableitung ist eine Zeile: eine Spalte für jeden {0}.</translation>
    </message>
    <message>
        <source>The derivative is laid out as the variable is.</source>
        <translation>Die Ableitung ist angeordnet wie die Variable.</translation>
    </message>
    <message>
        <source>The derivative is one number.</source>
        <translation>Die Ableitung ist eine einzelne Zahl.</translation>
    </message>
    <message>
        <source>The derivative is twice the pseudo-inverse of {X}. In this form it exists if the columns of {X} are independent, so there may not be more columns than rows.</source>
        <translation>Die Ableitung ist zweimal die Pseudoinverse von {X}. In dieser Form gibt es sie, wenn die Spalten von {X} linear unabhängig sind, also darf es nicht mehr Spalten als Zeilen geben.</translation>
    </message>
    <message>
        <source>The derivative is what stands before {d}: {G}.</source>
        <translation>Die Ableitung ist, was vor {d} steht: {G}.</translation>
    </message>
    <message>
        <source>The derivative moves inside the sum, and the constant factor in front stays.</source>
        <translation>Die Ableitung wandert in die Summe, und der konstante Faktor davor bleibt.</translation>
    </message>
    <message>
        <source>The derivative moves inside the sum; each entry counts by itself.</source>
        <translation>Die Ableitung wandert in die Summe; jeder Eintrag zählt für sich.</translation>
    </message>
    <message>
        <source>The derivative of a difference is the difference of the derivatives, here of {f} and {g}.</source>
        <translation>Die Ableitung einer Differenz ist die Differenz der Ableitungen, hier von {f} und {g}.</translation>
    </message>
    <message>
        <source>The derivative of a dot product is a row.</source>
        <translation>Die Ableitung eines Skalarprodukts ist eine Zeile.</translation>
    </message>
    <message>
        <source>The derivative of a number with respect to a matrix has the transposed shape of the matrix.</source>
        <translation>Die Ableitung einer Zahl nach einer Matrix hat die transponierte Form der Matrix.</translation>
    </message>
    <message>
        <source>The derivative of a product is not the product of the derivatives</source>
        <translation>Die Ableitung eines Produkts ist nicht das Produkt der Ableitungen</translation>
    </message>
    <message>
        <source>The derivative of a quotient is not the quotient of the derivatives</source>
        <translation>Die Ableitung eines Quotienten ist nicht der Quotient der Ableitungen</translation>
    </message>
    <message>
        <source>The derivative of a scalar with respect to X_ij stands in row j and column i of that with respect to X.</source>
        <translation>Die Ableitung eines Skalars nach X_ij steht in Zeile j und Spalte i der Ableitung nach X.</translation>
    </message>
    <message>
        <source>The derivative of a sum is the sum of the derivatives, even when the terms are written with an index: it moves inside the sum.</source>
        <translation>Die Ableitung einer Summe ist die Summe der Ableitungen, auch wenn die Terme mit einem Index geschrieben sind: Sie rückt in die Summe.</translation>
    </message>
    <message>
        <source>The derivative of a sum is the sum of the derivatives: differentiate each of the {count} terms on its own.</source>
        <translation>Die Ableitung einer Summe ist die Summe der Ableitungen: jeden der {count} Terme für sich.</translation>
    </message>
    <message>
        <source>The derivative of a sum is the sum of the derivatives: differentiate each term on its own.</source>
        <translation>Die Ableitung einer Summe ist die Summe der Ableitungen: jeden Term für sich ableiten.</translation>
    </message>
    <message>
        <source>The derivative of a sum is the sum of the derivatives: differentiate {f} and {g} separately.</source>
        <translation>Die Ableitung einer Summe ist die Summe der Ableitungen: {f} und {g} für sich ableiten.</translation>
    </message>
    <message>
        <source>The derivative of an element-wise function is missing</source>
        <translation>Die Ableitung einer elementweisen Funktion fehlt</translation>
    </message>
    <message>
        <source>The derivative of an inverse is minus the inverse, times the derivative of the matrix, times the inverse.</source>
        <translation>Die Ableitung einer Inversen ist minus die Inverse mal die Ableitung der Matrix mal die Inverse.</translation>
    </message>
    <message>
        <source>The derivative of f with respect to u, times that of u with respect to x, is that of f with respect to x: {0}.</source>
        <translation>Die Ableitung von f nach u mal die Ableitung von u nach x ist die Ableitung von f nach x: {0}.</translation>
    </message>
    <message>
        <source>The derivative of one entry with respect to another is 1 if they are the same entry and 0 otherwise.</source>
        <translation>Die Ableitung eines Eintrags nach einem anderen ist 1, wenn es derselbe Eintrag ist, und sonst 0.</translation>
    </message>
    <message>
        <source>The derivative of {f} with respect to its argument, times that of the argument.</source>
        <translation>Die Ableitung von {f} nach ihrem Argument, mal der des Arguments.</translation>
    </message>
    <message>
        <source>The derivative of {f} with respect to its argument, times the change of the argument.</source>
        <translation>Die Ableitung von {f} nach ihrem Argument, mal der Änderung des Arguments.</translation>
    </message>
    <message>
        <source>The derivative of {x z} with respect to {z} is a vector, and the one with respect to {x} is a matrix. How could you have known both shapes before the first step?</source>
        <translation>Die Ableitung von {x z} nach {z} ist ein Vektor und die Ableitung nach {x} eine Matrix. Woran hättest du beide Formen vor dem ersten Schritt erkennen können?</translation>
    </message>
    <message>
        <source>The derivative of {x^2 sin(x)} with respect to {x} is taken. Which form does the result have?</source>
        <translation>{x^2 sin(x)} wird nach {x} abgeleitet. Welche Form hat das Ergebnis?</translation>
    </message>
    <message>
        <source>The derivative of {z} with respect to {x} has more than two directions, so no product of Jacobians can be written down: the chain rule is carried out backward, from the result on.</source>
        <translation>Die Ableitung von {z} nach {x} hat mehr als zwei Richtungen; darum lässt sich kein Produkt von Jacobi-Matrizen hinschreiben: Die Kettenregel wird rückwärts ausgeführt, vom Ergebnis aus.</translation>
    </message>
    <message>
        <source>The derivative sign was left out: the program differentiates.</source>
        <translation>Das Ableitungszeichen wurde weggelassen: Das Programm leitet ab.</translation>
    </message>
    <message>
        <source>The derivative with respect to an m×n matrix is n×m in numerator layout: row j, column i holds ∂y/∂W_ij. Since z_i is the sum of W_ij x_j, that entry is x_j times ∂y/∂z_i: a column times a row.</source>
        <translation>Die Ableitung nach einer m×n-Matrix ist im Zählerlayout n×m: Zeile j, Spalte i enthält ∂y/∂W_ij. Da z_i die Summe der W_ij x_j ist, ist dieser Eintrag x_j mal ∂y/∂z_i: eine Spalte mal eine Zeile.</translation>
    </message>
    <message>
        <source>The derivative with respect to the covariance needs the residual, but not the derivative with respect to the mean. No symmetry is declared here: for a symmetric {S} the inverse and its transpose are equal, and the halves add up to one.</source>
        <translation>Die Ableitung nach der Kovarianz braucht das Residuum, nicht aber die Ableitung nach dem Mittelwert. Eine Symmetrie ist hier nicht angegeben: Bei symmetrischem {S} sind die Inverse und ihre Transponierte gleich, und die Hälften ergeben ein Ganzes.</translation>
    </message>
    <message>
        <source>The derivative with respect to the longer vector can be found in two ways. In the first derivation it is a single vector and has a single gradient, whose last factor is the longer input. What that is made of is put in at the end.</source>
        <translation>Die Ableitung nach dem längeren Vektor lässt sich auf zwei Wegen finden. In der ersten Ableitung ist er ein einziger Vektor und hat einen einzigen Gradienten, dessen letzter Faktor die längere Eingabe ist. Woraus sie besteht, wird am Ende eingesetzt.</translation>
    </message>
    <message>
        <source>The derivative with respect to {variable}</source>
        <translation>Die Ableitung nach {variable}</translation>
    </message>
    <message>
        <source>The derivative {0}. Every square is one entry.</source>
        <translation>Die Ableitung {0}. Jedes Quadrat ist ein Eintrag.</translation>
    </message>
    <message>
        <source>The derivatives of the other names are in place, so the list of them is no longer needed.</source>
        <translation>Die Ableitungen der anderen Namen sind eingesetzt, also wird ihre Liste nicht mehr gebraucht.</translation>
    </message>
    <message>
        <source>The derivatives {0}.</source>
        <translation>Die Ableitungen {0}.</translation>
    </message>
    <message>
        <source>The determinant cancels, and the inverse alone is left. That is one reason why a determinant is so often met under a logarithm.</source>
        <translation>Die Determinante kürzt sich weg, und nur die Inverse bleibt. Auch deshalb steht eine Determinante so oft unter einem Logarithmus.</translation>
    </message>
    <message>
        <source>The determinant is linear in each entry; what multiplies entry k, l is its cofactor, det(W) inv(W)_lk. The changes of all entries add up.</source>
        <translation>Die Determinante ist linear in jedem Eintrag; was den Eintrag k, l multipliziert, ist sein Kofaktor, det(W) inv(W)_lk. Die Änderungen aller Einträge addieren sich.</translation>
    </message>
    <message>
        <source>The determinant is written out: {det}.</source>
        <translation>Die Determinante wird ausgeschrieben: {det}.</translation>
    </message>
    <message>
        <source>The determinant of a product is the product of the determinants, and its logarithm is a sum. The part of {A} is a constant, which the derivative does not see: only the relative change of the volume counts, and a fixed factor does not alter it.</source>
        <translation>Die Determinante eines Produkts ist das Produkt der Determinanten, und ihr Logarithmus ist eine Summe. Der Anteil von {A} ist eine Konstante, die die Ableitung nicht sieht: Nur die relative Änderung des Volumens zählt, und die ändert ein fester Faktor nicht.</translation>
    </message>
    <message>
        <source>The diagonal in numbers, for five entries. Entry {i} of the value looks at entry {i} of {w} and at no other, so everything off the diagonal is zero, whatever the numbers are.</source>
        <translation>Die Diagonale in Zahlen, für fünf Einträge. Eintrag {i} des Werts sieht auf Eintrag {i} von {w} und auf keinen anderen, also ist alles neben der Diagonale null, was auch immer die Zahlen sind.</translation>
    </message>
    <message>
        <source>The diagonal matrix and the outer product are then nearly equal, and their difference nearly vanishes.</source>
        <translation>Die Diagonalmatrix und das äußere Produkt sind dann fast gleich, und ihre Differenz verschwindet fast.</translation>
    </message>
    <message>
        <source>The diagonal matrix of the entries of x is diag(x); with ones on the diagonal it is I, with z it is z I.</source>
        <translation>Die Diagonalmatrix der Einträge von x ist diag(x); mit Einsen auf der Diagonale ist sie I, mit z ist sie z I.</translation>
    </message>
    <message>
        <source>The diagonal matrix with these entries is written as {diagonal}, so that the product stays short.</source>
        <translation>Die Diagonalmatrix mit diesen Einträgen wird als {diagonal} geschrieben, damit das Produkt kurz bleibt.</translation>
    </message>
    <message>
        <source>The diagonal matrix with these entries is {whole}.</source>
        <translation>Die Diagonalmatrix mit diesen Einträgen ist {whole}.</translation>
    </message>
    <message>
        <source>The diagonal of F holds the sums of the rows of F ⊗ I.</source>
        <translation>Auf der Diagonale von F stehen die Zeilensummen von F ⊗ I.</translation>
    </message>
    <message>
        <source>The diagonal of the columns of the identity has a 1 where the identity has one, and 0 elsewhere.</source>
        <translation>Die Diagonalmatrix aus den Spalten der Einheitsmatrix hat eine 1, wo die Einheitsmatrix eine hat, und sonst 0.</translation>
    </message>
    <message>
        <source>The differential goes inside; the cyclic property brings dX to the end, where the derivative is read off.</source>
        <translation>Das Differential wandert nach innen; zyklisches Vertauschen bringt dX ans Ende, wo die Ableitung abgelesen wird.</translation>
    </message>
    <message>
        <source>The differential of {f} is its change to first order when {X} changes by {d}. It is worked out as a whole; the derivative is what stands beside {d} in the end.</source>
        <translation>Das Differential von {f} ist die Änderung in erster Ordnung, wenn sich {X} um {d} ändert. Es wird als Ganzes ausgerechnet; die Ableitung ist, was am Ende neben {d} steht.</translation>
    </message>
    <message>
        <source>The distributive law for vectors and matrices; a minus sign before every term is such a scalar too.</source>
        <translation>Das Distributivgesetz für Vektoren und Matrizen; auch ein Minuszeichen vor jedem Summanden ist ein solcher Skalar.</translation>
    </message>
    <message>
        <source>The distributive law, read from right to left, where the factor is more than a number or a letter, or where the bracket is an error: what a function predicts, less what was seen.</source>
        <translation>Das Distributivgesetz, von rechts nach links gelesen, wo der Faktor mehr ist als eine Zahl oder ein Buchstabe oder wo die Klammer ein Fehler ist: was eine Funktion vorhersagt, minus was beobachtet wurde.</translation>
    </message>
    <message>
        <source>The distributive law, read from right to left.</source>
        <translation>Das Distributivgesetz, von rechts nach links gelesen.</translation>
    </message>
    <message>
        <source>The distributive law, read from right to left. Where cases are summed, a case of zero contains every factor.</source>
        <translation>Das Distributivgesetz, von rechts nach links gelesen. Wo Fälle summiert werden, hat ein Fall null jeden Faktor.</translation>
    </message>
    <message>
        <source>The distributive law, read from right to left; a minus sign is such a factor too.</source>
        <translation>Das Distributivgesetz, von rechts nach links gelesen; auch ein Minuszeichen ist ein solcher Faktor.</translation>
    </message>
    <message>
        <source>The dot product is linear in both vectors.</source>
        <translation>Das Skalarprodukt ist in beiden Vektoren linear.</translation>
    </message>
    <message>
        <source>The dot product multiplies entry by entry, so what one side divides by and the other multiplies by cancels.</source>
        <translation>Das Skalarprodukt multipliziert elementweise; also kürzt sich, wodurch die eine Seite teilt und womit die andere multipliziert.</translation>
    </message>
    <message>
        <source>The dot product multiplies {w} and {x} entry by entry and adds up: it is made of two operations.</source>
        <translation>Das Skalarprodukt multipliziert {w} und {x} elementweise und summiert: Es besteht aus zwei Operationen.</translation>
    </message>
    <message>
        <source>The dot product with {product} is the row {row} times it.</source>
        <translation>Das Skalarprodukt mit {product} ist die Zeile {row} mal dieses Produkt.</translation>
    </message>
    <message>
        <source>The dot product, element by element</source>
        <translation>Das Skalarprodukt, Eintrag für Eintrag</translation>
    </message>
    <message>
        <source>The dot product, with respect to the inputs</source>
        <translation>Das Skalarprodukt, nach den Eingaben</translation>
    </message>
    <message>
        <source>The dot product, with respect to the weights</source>
        <translation>Das Skalarprodukt, nach den Gewichten</translation>
    </message>
    <message>
        <source>The earlier problems cannot be looked up: {0}.</source>
        <translation>Die früheren Aufgaben lassen sich nicht nachsehen: {0}.</translation>
    </message>
    <message>
        <source>The earlier problems were saved by a newer version of the program; they are left as they are.</source>
        <translation>Die früheren Aufgaben wurden von einer neueren Version des Programms aufgehoben; sie bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The element-wise product, with respect to the first</source>
        <translation>Das elementweise Produkt, nach dem ersten</translation>
    </message>
    <message>
        <source>The element-wise product, with respect to the second</source>
        <translation>Das elementweise Produkt, nach dem zweiten</translation>
    </message>
    <message>
        <source>The element-wise quotient, with respect to the first</source>
        <translation>Der elementweise Quotient, nach dem ersten</translation>
    </message>
    <message>
        <source>The element-wise quotient, with respect to the second</source>
        <translation>Der elementweise Quotient, nach dem zweiten</translation>
    </message>
    <message>
        <source>The entries of a row, below each other, are the column that it is the transpose of.</source>
        <translation>Die Einträge einer Zeile sind untereinander die Spalte, deren Transponierte sie ist.</translation>
    </message>
    <message>
        <source>The entries of a vector are independent of each other. δ_ij, which is 1 on the diagonal and 0 off it, says both cases at once.</source>
        <translation>Die Einträge eines Vektors sind voneinander unabhängig. δ_ij, das auf der Diagonale 1 und daneben 0 ist, sagt beide Fälle auf einmal.</translation>
    </message>
    <message>
        <source>The entries of softmax add up to 1, so the total is taken term by term.</source>
        <translation>Die Einträge von softmax ergeben zusammen 1; deshalb wird Summand für Summand addiert.</translation>
    </message>
    <message>
        <source>The entries of softmax add up to one</source>
        <translation>Die Einträge von softmax ergeben zusammen eins</translation>
    </message>
    <message>
        <source>The entries of {a} are laid out in columns, as those of {F} stand below each other: {M} has them as its rows, and the trace adds up the products of entries that stand in the same places.</source>
        <translation>Die Einträge von {a} werden in Spalten gelegt, so wie die von {F} untereinander stehen: {M} hat diese als Zeilen, und die Spur addiert die Produkte der Einträge, die an denselben Stellen stehen.</translation>
    </message>
    <message>
        <source>The entries of {function} count only where {condition} holds, and there they are those of {value}.</source>
        <translation>Die Einträge von {function} zählen nur, wo {condition} gilt, und dort sind sie die von {value}.</translation>
    </message>
    <message>
        <source>The entries of {product}, added up, are the trace of {whole}.</source>
        <translation>Die Einträge von {product}, aufaddiert, sind die Spur von {whole}.</translation>
    </message>
    <message>
        <source>The entries of {whole} are shares of a whole: they add up to 1.</source>
        <translation>Die Einträge von {whole} sind Anteile an einem Ganzen: Ihre Summe ist 1.</translation>
    </message>
    <message>
        <source>The entries of {whole} are those of its blocks: add up each block, then the sums.</source>
        <translation>Die Einträge von {whole} sind die seiner Blöcke: jeden Block aufsummieren, dann die Summen.</translation>
    </message>
    <message>
        <source>The entries of {x} lie above and below their mean by as much: their deviations add up to 0.</source>
        <translation>Die Einträge von {x} liegen um ebenso viel über wie unter ihrem Mittelwert: Ihre Abweichungen haben die Summe 0.</translation>
    </message>
    <message>
        <source>The entries on the diagonal of {A} add up to its trace.</source>
        <translation>Die Einträge auf der Diagonalen von {A} ergeben zusammen die Spur.</translation>
    </message>
    <message>
        <source>The entries were not added up</source>
        <translation>Die Einträge wurden nicht addiert</translation>
    </message>
    <message>
        <source>The entry in row i, column j of {W} occurs only in entry i of the vector, where it multiplies entry j of what {W} acts on; that column times the row {row} holds all these products, {shape}.</source>
        <translation>Der Eintrag in Zeile i, Spalte j von {W} kommt nur in Eintrag i des Vektors vor, wo er Eintrag j von dem multipliziert, worauf {W} wirkt; diese Spalte mal die Zeile {row} enthält alle diese Produkte, {shape}.</translation>
    </message>
    <message>
        <source>The entry of {v} is {entry}.</source>
        <translation>Der Eintrag von {v} ist {entry}.</translation>
    </message>
    <message>
        <source>The estimate is the same: where no change of the entries moves the function to first order, no symmetric change does, and the point that was found is symmetric. The derivative itself is another one: a number that stands in two places gets both contributions, so every entry off the diagonal counts twice when only one of each pair is a variable.</source>
        <translation>Der Schätzwert ist derselbe: Wo keine Änderung der Einträge die Funktion in erster Ordnung bewegt, tut es auch keine symmetrische, und die gefundene Stelle ist symmetrisch. Die Ableitung selbst ist eine andere: Eine Zahl, die an zwei Stellen steht, bekommt beide Beiträge; jeder Eintrag neben der Diagonalen zählt also doppelt, wenn nur einer von jedem Paar eine Variable ist.</translation>
    </message>
    <message>
        <source>The exponent applies to every factor, and the power of the number is worked out.</source>
        <translation>Der Exponent gilt für jeden Faktor, und die Zahl wird ausgerechnet.</translation>
    </message>
    <message>
        <source>The exponent applies to the numerator and to the denominator.</source>
        <translation>Der Exponent steht über und unter dem Bruchstrich.</translation>
    </message>
    <message>
        <source>The exponent comes down and is lowered by one; what is inside follows as a factor.</source>
        <translation>Der Exponent kommt herunter und wird um eins kleiner; das Innere folgt als Faktor.</translation>
    </message>
    <message>
        <source>The exponent comes down in front and drops by one. If the base is more than x, its own derivative follows.</source>
        <translation>Der Exponent kommt nach vorn und wird um eins kleiner. Ist die Basis mehr als x, folgt ihre eigene Ableitung.</translation>
    </message>
    <message>
        <source>The exponent is a number: a row times a square matrix times a column. It is the squared distance from the mean, measured in units of the spread in each direction.</source>
        <translation>Der Exponent ist eine Zahl: eine Zeile mal eine quadratische Matrix mal eine Spalte. Er ist der quadrierte Abstand vom Mittelwert, in jeder Richtung gemessen in Einheiten der Streuung.</translation>
    </message>
    <message>
        <source>The exponent is missing as a factor</source>
        <translation>Der Exponent fehlt als Faktor</translation>
    </message>
    <message>
        <source>The exponent was not lowered</source>
        <translation>Der Exponent wurde nicht um eins verringert</translation>
    </message>
    <message>
        <source>The exponent {a} comes down and is lowered by one, times the change of {f}.</source>
        <translation>Der Exponent {a} kommt herunter und wird um eins kleiner, mal der Änderung von {f}.</translation>
    </message>
    <message>
        <source>The exponent {g} is not constant: the power stays as a factor of its change.</source>
        <translation>Der Exponent {g} ist nicht konstant: Die Potenz bleibt als Faktor vor seiner Änderung stehen.</translation>
    </message>
    <message>
        <source>The exponent {n} comes down as a factor and is lowered by one.</source>
        <translation>Der Exponent {n} kommt als Faktor nach vorn und wird um eins kleiner.</translation>
    </message>
    <message>
        <source>The exponent {n} comes down as a factor and is lowered by one; the base {f} is more than {x} alone, so its own derivative follows as a factor.</source>
        <translation>Der Exponent {n} kommt als Faktor nach vorn und wird um eins kleiner; die Basis {f} ist mehr als {x} allein, also folgt ihre eigene Ableitung als Faktor.</translation>
    </message>
    <message>
        <source>The exponents of a power of a power are multiplied.</source>
        <translation>Die Exponenten einer Potenz einer Potenz werden multipliziert.</translation>
    </message>
    <message>
        <source>The export failed: {0}.</source>
        <translation>Das Exportieren ist gescheitert: {0}.</translation>
    </message>
    <message>
        <source>The factor 1 over {n} stays in front: the gradient is a row in which every entry is 1 divided by {n}. That it is the same in every place does not change.</source>
        <translation>Der Faktor 1 durch {n} bleibt vorn: der Gradient ist eine Zeile, in der jeder Eintrag 1 geteilt durch {n} ist. Dass er an jeder Stelle derselbe ist, ändert sich nicht.</translation>
    </message>
    <message>
        <source>The factor 3 steps outside, and {d(x)/dx} is the rate at which {x} follows itself.</source>
        <translation>Der Faktor 3 tritt hinaus, und {d(x)/dx} ist die Rate, mit der {x} sich selbst folgt.</translation>
    </message>
    <message>
        <source>The factor {c} does not contain {x}: move it in front and differentiate {f} alone.</source>
        <translation>Der Faktor {c} enthält {x} nicht: ihn nach vorn ziehen und nur {f} ableiten.</translation>
    </message>
    <message>
        <source>The factors are put into their usual order.</source>
        <translation>Die Faktoren werden in ihre übliche Reihenfolge gebracht.</translation>
    </message>
    <message>
        <source>The factors beside {X} do not depend on it: they stay where they are.</source>
        <translation>Die Faktoren neben {X} hängen nicht davon ab: Sie bleiben, wo sie stehen.</translation>
    </message>
    <message>
        <source>The factors of a matrix product were exchanged</source>
        <translation>Die Faktoren eines Matrixprodukts wurden vertauscht</translation>
    </message>
    <message>
        <source>The factors of a trace may turn in a circle, the last one to the front, so that {differential(X)} can always be brought to the end. They may not be shuffled.</source>
        <translation>Die Faktoren einer Spur dürfen sich im Kreis drehen, der letzte nach vorn, sodass {differential(X)} sich immer ans Ende bringen lässt. Beliebig vertauschen darf man sie nicht.</translation>
    </message>
    <message>
        <source>The figures are {0}.</source>
        <translation>Abbildungen sind {0}.</translation>
    </message>
    <message>
        <source>The file is left as it is.</source>
        <translation>Die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The file of the earlier problems is damaged and cannot be set aside: {0}.</source>
        <translation>Die Datei der früheren Aufgaben ist beschädigt und lässt sich nicht beiseitelegen: {0}.</translation>
    </message>
    <message>
        <source>The file of the earlier problems was damaged ({0}); it was set aside as {1}.</source>
        <translation>Die Datei der früheren Aufgaben war beschädigt ({0}); sie wurde als {1} beiseitegelegt.</translation>
    </message>
    <message>
        <source>The file was put aside; your answers are kept.</source>
        <translation>Die Datei wurde beiseitegelegt; deine Antworten bleiben erhalten.</translation>
    </message>
    <message>
        <source>The file with your reading progress is damaged ({0}) and cannot be set aside: {1}.</source>
        <translation>Die Datei mit dem Lesefortschritt ist beschädigt ({0}) und lässt sich nicht beiseitelegen: {1}.</translation>
    </message>
    <message>
        <source>The file with your reading progress was damaged: {0}. It was set aside as {1}, and the marks start afresh.</source>
        <translation>Die Datei mit dem Lesefortschritt war beschädigt: {0}. Sie wurde als {1} beiseitegelegt, und die Marken beginnen von vorn.</translation>
    </message>
    <message>
        <source>The first is least squares, {norm(X @ w - y)^2}. Its gradient, as a column, is what is differentiated here.</source>
        <translation>Der erste sind die kleinsten Quadrate, {norm(X @ w - y)^2}. Sein Gradient, als Spalte, wird hier abgeleitet.</translation>
    </message>
    <message>
        <source>The first lesson</source>
        <translation>Die erste Lektion</translation>
    </message>
    <message>
        <source>The first step is one key away: Space or the right arrow.</source>
        <translation>Der erste Schritt ist nur einen Tastendruck entfernt: Leertaste oder Pfeil nach rechts.</translation>
    </message>
    <message>
        <source>The flat side was forgotten</source>
        <translation>Die flache Seite wurde vergessen</translation>
    </message>
    <message>
        <source>The formula looks tidier when {x} itself gets a name, {u_3 = x}. Then every term is a partial derivative times a total one, and no term stands alone. It is the same sum, in a form that can be written with a single sum sign.</source>
        <translation>Die Formel sieht ordentlicher aus, wenn {x} selbst einen Namen bekommt, {u_3 = x}. Dann ist jeder Term eine partielle Ableitung mal eine totale, und kein Term steht allein. Es ist dieselbe Summe in einer Form, die sich mit einem einzigen Summenzeichen schreiben lässt.</translation>
    </message>
    <message>
        <source>The four shapes of a Jacobian</source>
        <translation>Die vier Formen einer Ableitung</translation>
    </message>
    <message>
        <source>The four shapes of a Jacobian in {0} layout</source>
        <translation>Die vier Formen einer Ableitung im {0}</translation>
    </message>
    <message>
        <source>The function has a kink or a jump here: from both sides its slope differs, so there is no derivative.</source>
        <translation>Die Funktion hat hier einen Knick oder einen Sprung: Von beiden Seiten ist die Steigung verschieden, also gibt es keine Ableitung.</translation>
    </message>
    <message>
        <source>The function has {0}. </source>
        <translation>Die Funktion hat {0}. </translation>
    </message>
    <message>
        <source>The function is too long for a plot beside the board.</source>
        <translation>Die Funktion ist zu lang für ein Schaubild neben der Tafel.</translation>
    </message>
    <message>
        <source>The function works entry by entry, so {equations}: an entry of the value depends on the same entry of the argument, and on no other.</source>
        <translation>Die Funktion arbeitet elementweise, also {equations}: Was in einem Eintrag des Werts steht, sieht nur auf denselben Eintrag des Arguments und auf keinen anderen.</translation>
    </message>
    <message>
        <source>The functions work entry by entry, so {equations}: an entry of the value depends on the same entry of the argument, and on no other.</source>
        <translation>Die Funktionen arbeiten elementweise, also {equations}: Was in einem Eintrag des Werts steht, sieht nur auf denselben Eintrag des Arguments und auf keinen anderen.</translation>
    </message>
    <message>
        <source>The functions work entry by entry.</source>
        <translation>Die Funktionen arbeiten elementweise.</translation>
    </message>
    <message>
        <source>The grades are 1 to 5.</source>
        <translation>Die Grade sind 1 bis 5.</translation>
    </message>
    <message>
        <source>The gradient</source>
        <translation>Der Gradient</translation>
    </message>
    <message>
        <source>The gradient collects the partial derivatives.</source>
        <translation>Der Gradient sammelt die partiellen Ableitungen.</translation>
    </message>
    <message>
        <source>The gradient is written as a column, so that its derivative is a matrix.</source>
        <translation>Der Gradient wird als Spalte geschrieben, damit seine Ableitung eine Matrix ist.</translation>
    </message>
    <message>
        <source>The gradient of a second function</source>
        <translation>Der Gradient einer zweiten Funktion</translation>
    </message>
    <message>
        <source>The gradient of least squares, differentiated</source>
        <translation>Der Gradient der kleinsten Quadrate, abgeleitet</translation>
    </message>
    <message>
        <source>The gradient of the logistic loss, differentiated</source>
        <translation>Der Gradient des logistischen Verlusts, abgeleitet</translation>
    </message>
    <message>
        <source>The gradient of the loss with respect to the weights of the second layer needs a value from the forward pass. Which one?</source>
        <translation>Der Gradient des Verlusts nach den Gewichten der zweiten Schicht braucht einen Wert aus dem Vorwärtsdurchlauf. Welchen?</translation>
    </message>
    <message>
        <source>The gradient points uphill. So the weights should take a small step against it, with a step size {eta} that you choose: small enough not to jump over the valley, large enough to arrive. Entry by entry there is no doubt how: {w_j} moves by {-eta ∂(C)/∂(w_j)}. With vectors one has to look at the shapes once more.</source>
        <translation>Der Gradient zeigt bergauf. Also sollten die Gewichte einen kleinen Schritt gegen ihn gehen, mit einer Schrittweite {eta}, die du wählst: klein genug, um nicht über das Tal zu springen, groß genug, um anzukommen. Eintrag für Eintrag ist klar, wie: {w_j} bewegt sich um {-eta ∂(C)/∂(w_j)}. Bei Vektoren muss man noch einmal auf die Formen sehen.</translation>
    </message>
    <message>
        <source>The gradient sign was left out: the program differentiates.</source>
        <translation>Das Gradientenzeichen wurde weggelassen: Das Programm leitet ab.</translation>
    </message>
    <message>
        <source>The graph of x against x is a line of slope 1.</source>
        <translation>Der Graph von x gegen x ist eine Gerade mit der Steigung 1.</translation>
    </message>
    <message>
        <source>The grid of the entries of a matrix is the matrix; a grid of products u_i v_j is the column u times the row vᵀ.</source>
        <translation>Das Raster der Einträge einer Matrix ist die Matrix; ein Raster von Produkten u_i v_j ist die Spalte u mal die Zeile vᵀ.</translation>
    </message>
    <message>
        <source>The hint</source>
        <translation>Der Hinweis</translation>
    </message>
    <message>
        <source>The icon of the program</source>
        <translation>Das Symbol des Programms</translation>
    </message>
    <message>
        <source>The identity function</source>
        <translation>Die identische Funktion</translation>
    </message>
    <message>
        <source>The identity function has the identity matrix as its Jacobian: ones on the diagonal, zeros elsewhere.</source>
        <translation>Die identische Funktion hat die Einheitsmatrix als Jacobi-Matrix: Einsen auf der Diagonale, Nullen sonst.</translation>
    </message>
    <message>
        <source>The identity less two outer products: what is normalised does not react to a shift of all entries, nor to a stretch. Both directions are taken out, and the rest is divided by the deviation.</source>
        <translation>Die Einheitsmatrix minus zwei äußere Produkte: Was normiert ist, reagiert weder auf eine Verschiebung aller Einträge noch auf eine Streckung. Beide Richtungen werden herausgenommen, und der Rest wird durch die Abweichung geteilt.</translation>
    </message>
    <message>
        <source>The index of the sum has another letter here than that of the variable.</source>
        <translation>Der Index der Summe hat hier einen anderen Buchstaben als der der Variable.</translation>
    </message>
    <message>
        <source>The index {0} is read as “{1}”: a name of its own.</source>
        <translation>Der Index {0} wird als „{1}“ gelesen: ein eigener Name.</translation>
    </message>
    <message>
        <source>The inner Jacobian is missing</source>
        <translation>Die innere Jacobi-Matrix fehlt</translation>
    </message>
    <message>
        <source>The inner derivative is missing</source>
        <translation>Die innere Ableitung fehlt</translation>
    </message>
    <message>
        <source>The inner derivative stands inside the function</source>
        <translation>Die innere Ableitung steht in der Funktion</translation>
    </message>
    <message>
        <source>The inverse of a product reverses its order</source>
        <translation>Die Inverse eines Produkts kehrt die Reihenfolge um</translation>
    </message>
    <message>
        <source>The inverse stretches volumes as much as the matrix shrinks them; transposing leaves them as they are.</source>
        <translation>Die Inverse streckt Rauminhalte so sehr, wie die Matrix sie schrumpft; Transponieren lässt sie, wie sie sind.</translation>
    </message>
    <message>
        <source>The inverse undoes the matrix; of a product it undoes the factors in reverse order.</source>
        <translation>Die Inverse macht die Matrix rückgängig; bei einem Produkt die Faktoren in umgekehrter Reihenfolge.</translation>
    </message>
    <message>
        <source>The language of the windows.</source>
        <translation>Die Sprache der Fenster.</translation>
    </message>
    <message>
        <source>The larger of two, with respect to the first</source>
        <translation>Das Größere von zweien, nach dem ersten</translation>
    </message>
    <message>
        <source>The larger of two, with respect to the second</source>
        <translation>Das Größere von zweien, nach dem zweiten</translation>
    </message>
    <message>
        <source>The larger, or the smaller, of two equal values is that value; there is no boundary at which it switches.</source>
        <translation>Der größere oder der kleinere von zwei gleichen Werten ist dieser Wert; es gibt keine Grenze, an der er wechselt.</translation>
    </message>
    <message>
        <source>The largest entry that is taken off first cancels, and was left out.</source>
        <translation>Der größte Eintrag, der zuerst abgezogen wird, hebt sich auf und wurde weggelassen.</translation>
    </message>
    <message>
        <source>The last arrow belongs to both paths, so its rate is a factor of both products.</source>
        <translation>Der letzte Pfeil gehört zu beiden Wegen, also ist seine Rate ein Faktor beider Produkte.</translation>
    </message>
    <message>
        <source>The last derivative that the sweep found is the one that was asked for.</source>
        <translation>Die zuletzt gefundene Ableitung ist die gesuchte.</translation>
    </message>
    <message>
        <source>The last line rests on one fact. If the change of a number can be written as the trace of a matrix {G} times {differential(X)}, whatever {differential(X)} is, then {G} is the derivative. To see why, let a single entry of {X} change, the one in row {i} and column {j}: the trace then picks entry {j}, {i} of {G}. The indices are exchanged, and this is the transposed shape that the question above was about.</source>
        <translation>Die letzte Zeile beruht auf einer Tatsache. Lässt sich die Änderung einer Zahl als Spur einer Matrix {G} mal {differential(X)} schreiben, was {differential(X)} auch ist, dann ist {G} die Ableitung. Um zu sehen, warum, ändere einen einzigen Eintrag von {X}, den in Zeile {i} und Spalte {j}: Die Spur greift dann den Eintrag {j}, {i} von {G} heraus. Die Indizes sind vertauscht, und das ist die transponierte Form, um die es in der Frage oben ging.</translation>
    </message>
    <message>
        <source>The last state uses {u} itself, and uses the state before, which used {u} as well.</source>
        <translation>Der letzte Zustand benutzt {u} selbst und benutzt den Zustand davor, der {u} ebenfalls benutzt hat.</translation>
    </message>
    <message>
        <source>The last step</source>
        <translation>Der letzte Schritt</translation>
    </message>
    <message>
        <source>The layer, with respect to its bias</source>
        <translation>Die Schicht, nach ihrem Bias</translation>
    </message>
    <message>
        <source>The layer, with respect to its inputs</source>
        <translation>Die Schicht, nach ihren Eingaben</translation>
    </message>
    <message>
        <source>The layer, with respect to its weights</source>
        <translation>Die Schicht, nach ihren Gewichten</translation>
    </message>
    <message>
        <source>The length is the root of the sum of squares; squaring undoes the root.</source>
        <translation>Die Länge ist die Wurzel aus der Summe der Quadrate; das Quadrat hebt die Wurzel auf.</translation>
    </message>
    <message>
        <source>The lesson has these slides of the deck no more: {0}.</source>
        <translation>Diese Folien des Foliensatzes hat die Lektion nicht mehr: {0}.</translation>
    </message>
    <message>
        <source>The lesson “{0}” with all its problems</source>
        <translation>Die Lektion „{0}“ mit allen Aufgaben</translation>
    </message>
    <message>
        <source>The letter of a sum is free: where two sums differ in it and in the order of factors only, they are one.</source>
        <translation>Der Buchstabe einer Summe ist frei: Unterscheiden sich zwei Summen nur in ihm und in der Reihenfolge der Faktoren, so sind sie dieselbe.</translation>
    </message>
    <message>
        <source>The line: {line}</source>
        <translation>Die Zeile: {line}</translation>
    </message>
    <message>
        <source>The lines have the numbers 1 to {0}.</source>
        <translation>Die Zeilen haben die Nummern 1 bis {0}.</translation>
    </message>
    <message>
        <source>The lines of the derivation</source>
        <translation>Die Zeilen der Herleitung</translation>
    </message>
    <message>
        <source>The lines so far</source>
        <translation>Die bisherigen Zeilen</translation>
    </message>
    <message>
        <source>The logarithm of a determinant</source>
        <translation>Der Logarithmus einer Determinante</translation>
    </message>
    <message>
        <source>The logarithm of a product is the sum of the logarithms of its factors; that of a power is the exponent times the logarithm of the base.</source>
        <translation>Der Logarithmus eines Produkts ist die Summe der Logarithmen seiner Faktoren; der einer Potenz ist der Exponent mal dem Logarithmus der Basis.</translation>
    </message>
    <message>
        <source>The logarithm of a sum of exponentials, differentiated twice</source>
        <translation>Der Logarithmus einer Summe von Exponentialfunktionen, zweimal abgeleitet</translation>
    </message>
    <message>
        <source>The logarithm of the base is missing</source>
        <translation>Der Logarithmus der Basis fehlt</translation>
    </message>
    <message>
        <source>The logarithm of {part} is the difference of two: that of the exponential is its exponent.</source>
        <translation>Der Logarithmus von {part} ist die Differenz zweier Logarithmen: Der des Exponentialwerts ist sein Exponent.</translation>
    </message>
    <message>
        <source>The logistic loss</source>
        <translation>Der logistische Verlust</translation>
    </message>
    <message>
        <source>The logistic loss has the same gradient but for a sigmoid around the predictions: the transposed data, times the difference of probabilities and targets. The sigmoid works entry by entry, so a diagonal matrix appears between the data.</source>
        <translation>Der logistische Verlust hat denselben Gradienten bis auf ein Sigmoid um die Vorhersagen: die transponierten Daten mal die Differenz von Wahrscheinlichkeiten und Zielen. Das Sigmoid wirkt Eintrag für Eintrag, also erscheint zwischen den Daten eine Diagonalmatrix.</translation>
    </message>
    <message>
        <source>The logistic sigmoid is as steep at {u} as at {v}: the difference is written as it was typed.</source>
        <translation>Die logistische Sigmoidfunktion ist bei {u} so steil wie bei {v}: Die Differenz steht so da, wie sie eingegeben wurde.</translation>
    </message>
    <message>
        <source>The loss</source>
        <translation>Der Verlust</translation>
    </message>
    <message numerus="yes">
        <source>The loss after each of {0} steps of size {1}, from {2} to {3}. {4}</source>
        <translation>
            <numerusform>Der Verlust nach {0} Schritt der Weite {1}, von {2} auf {3}. {4}</numerusform>
            <numerusform>Der Verlust nach jedem von {0} Schritten der Weite {1}, von {2} auf {3}. {4}</numerusform>
        </translation>
    </message>
    <message>
        <source>The loss falls fast at first and slowly later: near the bottom the gradient is short, and with it the steps.</source>
        <translation>Der Verlust fällt zuerst schnell und später langsam: Nahe der Talsohle ist der Gradient kurz, und mit ihm die Schritte.</translation>
    </message>
    <message numerus="yes">
        <source>The loss fell {1} in {2}, but steps {3} raised it: the steps are large.</source>
        <translation>
            <numerusform>Der Verlust fiel {1} in {2}, aber Schritt {3} hat ihn erhöht: Die Schritte sind groß.</numerusform>
            <numerusform>Der Verlust fiel {1} in {2}, aber die Schritte {3} haben ihn erhöht: Die Schritte sind groß.</numerusform>
        </translation>
    </message>
    <message>
        <source>The loss is an average over {N} examples. What is its gradient with respect to {w}?</source>
        <translation>Der Verlust ist ein Mittel über {N} Beispiele. Was ist sein Gradient nach {w}?</translation>
    </message>
    <message>
        <source>The loss of a data set</source>
        <translation>Der Verlust über Daten</translation>
    </message>
    <message>
        <source>The loss of a linear layer, with respect to its matrix of weights.</source>
        <translation>Der Verlust einer linearen Schicht nach der Matrix ihrer Gewichte.</translation>
    </message>
    <message>
        <source>The loss of compile is not read: write it as a function, such as mse(Y, model(X)).</source>
        <translation>Der Verlust in compile wird nicht gelesen: Schreiben Sie ihn als Funktion, etwa mse(Y, model(X)).</translation>
    </message>
    <message>
        <source>The loss of one label: neither a quotient nor the slope of a softmax is needed.</source>
        <translation>Der Verlust einer Klasse: Weder ein Quotient noch die Ableitung eines Softmax ist nötig.</translation>
    </message>
    <message>
        <source>The loss over the steps of a longer training, with the same start.</source>
        <translation>Der Verlust über die Schritte eines längeren Trainings mit demselben Start.</translation>
    </message>
    <message>
        <source>The loss rose {0} in {1}: a step size of {2} is too large.</source>
        <translation>Der Verlust stieg {0} in {1}: Eine Schrittweite von {2} ist zu groß.</translation>
    </message>
    <message>
        <source>The loss stayed at {0}: the gradient is zero here, or too small to matter.</source>
        <translation>Der Verlust blieb bei {0}: Der Gradient ist hier null oder zu klein, um etwas zu bewirken.</translation>
    </message>
    <message>
        <source>The loss, with respect to the bias</source>
        <translation>Der Verlust, nach dem Bias</translation>
    </message>
    <message>
        <source>The loss, with respect to the weights</source>
        <translation>Der Verlust, nach den Gewichten</translation>
    </message>
    <message>
        <source>The main ones only</source>
        <translation>Nur die Hauptschritte</translation>
    </message>
    <message>
        <source>The matrix has {m} rows and {n+1} columns. It is multiplied by the longer input, a column with {n+1} entries, and gives one total for each of the {m} neurons.</source>
        <translation>Die Matrix hat {m} Zeilen und {n+1} Spalten. Multipliziert wird sie mit der längeren Eingabe, einer Spalte mit {n+1} Einträgen, und gibt für jedes der {m} Neuronen eine Summe.</translation>
    </message>
    <message>
        <source>The matrix of a quadratic form need not be symmetric</source>
        <translation>Die Matrix einer quadratischen Form muss nicht symmetrisch sein</translation>
    </message>
    <message>
        <source>The matrix with these entries is {whole}.</source>
        <translation>Die Matrix mit diesen Einträgen ist {whole}.</translation>
    </message>
    <message>
        <source>The maximum where its switch is on</source>
        <translation>Das Maximum, wo sein Schalter an ist</translation>
    </message>
    <message>
        <source>The mean</source>
        <translation>Der Mittelwert</translation>
    </message>
    <message>
        <source>The mean grows by 1 too, and is taken off.</source>
        <translation>Auch der Mittelwert wächst um 1, und er wird abgezogen.</translation>
    </message>
    <message>
        <source>The mean inside moves too, but the deviations from a mean add up to zero, so it leaves no trace.</source>
        <translation>Das Mittel darin bewegt sich auch, aber die Abweichungen von einem Mittel ergeben zusammen null, also bleibt davon keine Spur.</translation>
    </message>
    <message>
        <source>The mean is the total over its size</source>
        <translation>Der Mittelwert ist die Summe durch die Anzahl</translation>
    </message>
    <message>
        <source>The mean of a vector is its sum divided by the number of its entries. What changes in its gradient, and what stays?</source>
        <translation>Der Mittelwert eines Vektors ist seine Summe, geteilt durch die Anzahl seiner Einträge. Was ändert sich an seinem Gradienten, und was bleibt?</translation>
    </message>
    <message>
        <source>The mean of a vector is taken off all of its entries. What happens to the result when every entry grows by 1?</source>
        <translation>Von allen Einträgen eines Vektors wird ihr Mittelwert abgezogen. Was geschieht mit dem Ergebnis, wenn jeder Eintrag um 1 wächst?</translation>
    </message>
    <message>
        <source>The mean of squares ends in print with 2/n before a vector.</source>
        <translation>Das Mittel von Quadraten endet gedruckt mit 2/n vor einem Vektor.</translation>
    </message>
    <message>
        <source>The mean over the batch was forgotten</source>
        <translation>Das Mittel über den Batch wurde vergessen</translation>
    </message>
    <message>
        <source>The mean was held constant</source>
        <translation>Das Mittel wurde festgehalten</translation>
    </message>
    <message>
        <source>The method of differentials</source>
        <translation>Die Methode der Differentiale</translation>
    </message>
    <message>
        <source>The method “{0}” keeps the names.</source>
        <translation>Das Verfahren „{0}“ behält die Namen.</translation>
    </message>
    <message>
        <source>The methods cannot be compared: {0}.</source>
        <translation>Die Methoden lassen sich nicht vergleichen: {0}.</translation>
    </message>
    <message>
        <source>The minus sign changes every sign in the brackets.</source>
        <translation>Das Minuszeichen dreht jedes Vorzeichen in der Klammer um.</translation>
    </message>
    <message>
        <source>The minus sign is a factor −1: it moves in front of the derivative of {f}.</source>
        <translation>Das Minuszeichen ist ein Faktor −1: Es rückt vor die Ableitung von {f}.</translation>
    </message>
    <message>
        <source>The minus sign reverses the difference: minus {before} is {after}.</source>
        <translation>Das Minuszeichen dreht die Differenz um: minus {before} ist {after}.</translation>
    </message>
    <message>
        <source>The name that was given is an intermediate variable</source>
        <translation>Der gegebene Name ist eine Zwischenvariable</translation>
    </message>
    <message>
        <source>The names are the intermediate variables.</source>
        <translation>Die Namen sind die Zwischenvariablen.</translation>
    </message>
    <message>
        <source>The names stay: written out, the result would have more than {count} parts. The derivatives of the names are in place, so the list of them is no longer needed.</source>
        <translation>Die Namen bleiben: Ausgeschrieben hätte das Ergebnis mehr als {count} Teile. Die Ableitungen der Namen sind eingesetzt, ihre Liste wird also nicht mehr gebraucht.</translation>
    </message>
    <message>
        <source>The names that were given are intermediate variables</source>
        <translation>Die gegebenen Namen sind Zwischenvariablen</translation>
    </message>
    <message>
        <source>The negative of a negative is the value itself.</source>
        <translation>Das Negative eines Negativen ist der Wert selbst.</translation>
    </message>
    <message>
        <source>The negative of zero is zero.</source>
        <translation>Das Negative von null ist null.</translation>
    </message>
    <message>
        <source>The network is applied to {0}.</source>
        <translation>Das Netz wird auf {0} angewandt.</translation>
    </message>
    <message>
        <source>The neuron, with respect to its bias</source>
        <translation>Das Neuron, nach seinem Bias</translation>
    </message>
    <message>
        <source>The neuron, with respect to its weights</source>
        <translation>Das Neuron, nach seinen Gewichten</translation>
    </message>
    <message>
        <source>The next problem leaves {x^2 x} as a product on purpose. You know another way to write it, so you can judge the answer yourself.</source>
        <translation>Die nächste Aufgabe lässt {x^2 x} mit Absicht als Produkt stehen. Du kannst es auch anders schreiben und so die Antwort selbst beurteilen.</translation>
    </message>
    <message>
        <source>The norms are ‖x‖ or ‖x‖_2, ‖x‖_1, ‖x‖_p and ‖X‖_F.</source>
        <translation>Die Normen sind ‖x‖ oder ‖x‖_2, ‖x‖_1, ‖x‖_p und ‖X‖_F.</translation>
    </message>
    <message>
        <source>The number and the divisor make one fraction before {x}.</source>
        <translation>Die Zahl und der Divisor bilden einen Bruch vor {x}.</translation>
    </message>
    <message>
        <source>The number of entries does not depend on {x}: it is a constant factor in front.</source>
        <translation>Die Anzahl der Einträge hängt nicht von {x} ab: Sie ist ein konstanter Faktor davor.</translation>
    </message>
    <message>
        <source>The number {c} multiplies every term in the brackets.</source>
        <translation>Die Zahl {c} multipliziert jeden Term in der Klammer.</translation>
    </message>
    <message>
        <source>The numbers are combined.</source>
        <translation>Die Zahlen werden zusammengefasst.</translation>
    </message>
    <message>
        <source>The numbers before {x} are reduced.</source>
        <translation>Die Zahlen vor {x} werden gekürzt.</translation>
    </message>
    <message>
        <source>The numbers in the fraction are reduced.</source>
        <translation>Die Zahlen im Bruch werden gekürzt.</translation>
    </message>
    <message>
        <source>The numbers make one fraction before {x}.</source>
        <translation>Die Zahlen bilden einen Bruch vor {x}.</translation>
    </message>
    <message>
        <source>The only entry of the product of a row and a column is their dot product.</source>
        <translation>Der einzige Eintrag des Produkts einer Zeile und einer Spalte ist ihr Skalarprodukt.</translation>
    </message>
    <message>
        <source>The open problem</source>
        <translation>Die offene Aufgabe</translation>
    </message>
    <message>
        <source>The operation works entry by entry, so it works block by block: {blocks}.</source>
        <translation>Die Operation arbeitet elementweise, also auch Block für Block: {blocks}.</translation>
    </message>
    <message>
        <source>The order of scalar factors does not matter; the usual one reads best.</source>
        <translation>Auf die Reihenfolge skalarer Faktoren kommt es nicht an; die übliche liest sich am besten.</translation>
    </message>
    <message>
        <source>The other of two variables</source>
        <translation>Die andere von zwei Variablen</translation>
    </message>
    <message>
        <source>The outer derivative is missing</source>
        <translation>Die äußere Ableitung fehlt</translation>
    </message>
    <message>
        <source>The outer product of softmax has the wrong sign</source>
        <translation>Das äußere Produkt von Softmax hat das falsche Vorzeichen</translation>
    </message>
    <message>
        <source>The pages are being made …</source>
        <translation>Die Seiten werden hergestellt …</translation>
    </message>
    <message>
        <source>The paper prints</source>
        <translation>Gedruckt steht</translation>
    </message>
    <message>
        <source>The paper prints the number of entries here. Its derivation adds {z} to each entry where the problem multiplies by it, so it answers the next problem instead of this one. A single set of numbers tells the two apart.</source>
        <translation>Der Aufsatz gibt hier die Anzahl der Einträge an. Seine Ableitung addiert {z} zu jedem Eintrag, wo die Aufgabe damit multipliziert; sie beantwortet also die nächste Aufgabe statt dieser. Schon einmal Zahlen einzusetzen hält die beiden auseinander.</translation>
    </message>
    <message>
        <source>The paper prints this Jacobian as a vector that holds the diagonal only. A vector function of a vector has a matrix for its Jacobian; written as a vector it could not be multiplied with the next one in a chain. The matrix with that vector on its diagonal is what holds.</source>
        <translation>Der Aufsatz gibt diese Jacobi-Matrix als Vektor an, der nur die Diagonale enthält. Eine Vektorfunktion eines Vektors hat als Jacobi-Matrix wirklich eine Matrix; als Vektor geschrieben könnte sie in einer Kette nicht mit der nächsten multipliziert werden. Was gilt, ist die Matrix mit diesem Vektor auf der Diagonale.</translation>
    </message>
    <message>
        <source>The paper subtracts {eta} times the derivative from {w}. In its own layout {w} is a column and the derivative is a row; they cannot be added. The gradient has to be transposed first. Here G stands for the derivative with respect to {w}, and the formula is compared with the update of each entry by itself.</source>
        <translation>Der Aufsatz zieht von {w} das {eta}-fache der Ableitung ab. In seinem eigenen Layout ist {w} eine Spalte und die Ableitung eine Zeile; die beiden lassen sich nicht addieren. Der Gradient muss zuerst transponiert werden. Hier steht G für die Ableitung nach {w}, und die Formel wird damit verglichen, wie sich jeder Eintrag für sich ändert.</translation>
    </message>
    <message>
        <source>The partial derivative of the second, with respect to x</source>
        <translation>Die partielle Ableitung der zweiten nach x</translation>
    </message>
    <message>
        <source>The partial derivative of the second, with respect to y</source>
        <translation>Die partielle Ableitung der zweiten nach y</translation>
    </message>
    <message>
        <source>The partial derivative with respect to x</source>
        <translation>Die partielle Ableitung nach x</translation>
    </message>
    <message>
        <source>The partial derivative with respect to y</source>
        <translation>Die partielle Ableitung nach y</translation>
    </message>
    <message>
        <source>The partial derivative {∂(f)/∂(x)} is the slope when only {x} moves. While you work it out, {y} is a number like 3 or 99; you just do not know which. The rounded ∂ reminds you that somebody else is standing still. No new rule is needed.</source>
        <translation>Die partielle Ableitung {∂(f)/∂(x)} ist die Steigung, wenn sich nur {x} bewegt. Während man sie ausrechnet, ist {y} eine Zahl wie 3 oder 99; man weiß nur nicht, welche. Das runde ∂ erinnert daran, dass jemand anderes stillsteht. Eine neue Regel braucht es nicht.</translation>
    </message>
    <message>
        <source>The paths part at {x}, meet again in the sum, and go on together through the sine.</source>
        <translation>Die Wege trennen sich bei {x}, treffen sich in der Summe wieder und gehen gemeinsam durch den Sinus weiter.</translation>
    </message>
    <message>
        <source>The plan never looks at a whole formula. Each step takes the differential of a single definition and moves one adjoint through it.</source>
        <translation>Der Plan sieht nie eine ganze Formel an. Jeder Schritt nimmt das Differential einer einzigen Definition und schiebt eine Adjungierte hindurch.</translation>
    </message>
    <message>
        <source>The point before a bracket says that the function works entry by entry.</source>
        <translation>Der Punkt vor einer Klammer sagt, dass die Funktion elementweise arbeitet.</translation>
    </message>
    <message>
        <source>The power X^i has i factors, each of which changes: the rule for its differential asks for their number.</source>
        <translation>Die Potenz X^i hat i Faktoren, die sich alle ändern: die Regel für ihr Differential fragt nach deren Zahl.</translation>
    </message>
    <message>
        <source>The power of e with the exponent {f} is its own derivative.</source>
        <translation>Die Potenz von e mit dem Exponenten {f} ist ihre eigene Ableitung.</translation>
    </message>
    <message>
        <source>The power rule holds in every entry of {u}.</source>
        <translation>Die Potenzregel gilt in jedem Eintrag von {u}.</translation>
    </message>
    <message>
        <source>The power rule is not for exponentials</source>
        <translation>Die Potenzregel gilt nicht für Exponentialfunktionen</translation>
    </message>
    <message>
        <source>The power rule, in every entry where the base or the exponent is a vector or a matrix.</source>
        <translation>Die Potenzregel, in jedem Eintrag, wo die Basis oder der Exponent ein Vektor oder eine Matrix ist.</translation>
    </message>
    <message>
        <source>The prime is read as the derivative: write ᵀ for a transpose.</source>
        <translation>Der Strich ist als Ableitung gelesen: Für eine Transponierte ᵀ schreiben.</translation>
    </message>
    <message>
        <source>The problem</source>
        <translation>Die Aufgabe</translation>
    </message>
    <message>
        <source>The problem cannot be saved for later: {0}.</source>
        <translation>Die Aufgabe lässt sich nicht für später aufheben: {0}.</translation>
    </message>
    <message>
        <source>The problem: differentiate {0} with respect to {1}</source>
        <translation>Die Aufgabe: {0} nach {1} ableiten</translation>
    </message>
    <message>
        <source>The problem: {0}.</source>
        <translation>Die Aufgabe: {0}.</translation>
    </message>
    <message>
        <source>The problems are being made …</source>
        <translation>Die Aufgaben werden erstellt …</translation>
    </message>
    <message>
        <source>The product entry by entry is associative and commutative, as that of numbers is.</source>
        <translation>Das elementweise Produkt ist assoziativ und kommutativ wie das von Zahlen.</translation>
    </message>
    <message>
        <source>The product holds v_1 b, then v_2 b, and so on below each other: it is linear in each of the two vectors.</source>
        <translation>Das Produkt enthält v_1 b, dann v_2 b und so weiter untereinander: Es ist linear in jedem der beiden Vektoren.</translation>
    </message>
    <message>
        <source>The product of Jacobians, from the value back to the variable.</source>
        <translation>Das Produkt der Jacobi-Matrizen, vom Wert zurück zur Variablen.</translation>
    </message>
    <message>
        <source>The product of a row and a column is their dot product; with a row of ones it is the sum of the entries.</source>
        <translation>Das Produkt einer Zeile und einer Spalte ist ihr Skalarprodukt; mit einer Zeile von Einsen ist es die Summe der Einträge.</translation>
    </message>
    <message>
        <source>The product of matrices multiplies row i of A by column j of B: for j = i these are the same products.</source>
        <translation>Das Matrizenprodukt multipliziert Zeile i von A mit Spalte j von B: für j = i sind es dieselben Produkte.</translation>
    </message>
    <message>
        <source>The product of the roots is the root of the product.</source>
        <translation>Das Produkt der Wurzeln ist die Wurzel des Produkts.</translation>
    </message>
    <message>
        <source>The product of the two is the matrix of cofactors, transposed. It exists for a singular matrix too, where the inverse does not; the formula in this form needs an inverse.</source>
        <translation>Das Produkt der beiden ist die transponierte Matrix der Kofaktoren. Diese gibt es auch bei einer singulären Matrix, die keine Inverse hat; die Formel in dieser Gestalt braucht eine Inverse.</translation>
    </message>
    <message>
        <source>The product over {0} is taken from 1 to {1}.</source>
        <translation>Das Produkt über {0} läuft von 1 bis {1}.</translation>
    </message>
    <message>
        <source>The product rule for as many factors as there are values of the index.</source>
        <translation>Die Produktregel für so viele Faktoren, wie der Index Werte hat.</translation>
    </message>
    <message>
        <source>The product rule for k equal factors: i of them stand before the one that changes and k − 1 − i behind it. Only of numbers would all terms be the same, k x^(k−1) dx.</source>
        <translation>Die Produktregel für k gleiche Faktoren: i von ihnen stehen vor dem, der sich ändert, und k − 1 − i dahinter. Nur bei Zahlen wären alle Summanden gleich, k x^(k−1) dx.</translation>
    </message>
    <message>
        <source>The product rule for the dot product: each vector in turn as a row, times the derivative of the other.</source>
        <translation>Die Produktregel für das Skalarprodukt: jeder Vektor der Reihe nach als Zeile, mal die Ableitung des anderen.</translation>
    </message>
    <message>
        <source>The product rule gives three different products. Inside a trace they have the same value, since each is another one turned in a circle. That is why the power rule holds here; it does not hold for {X^3} alone.</source>
        <translation>Die Produktregel gibt drei verschiedene Produkte. In einer Spur haben sie denselben Wert, denn jedes ist ein anderes, im Kreis gedreht. Deshalb gilt hier die Potenzregel; für {X^3} allein gilt sie nicht.</translation>
    </message>
    <message>
        <source>The product rule holds for products of all kinds; factors that do not commute keep their places.</source>
        <translation>Die Produktregel gilt für Produkte aller Art; Faktoren, die nicht vertauschen, behalten ihre Plätze.</translation>
    </message>
    <message>
        <source>The product rule holds in every entry: each factor is differentiated in turn, scaled entry by entry with the rest, which is what diag does.</source>
        <translation>Die Produktregel gilt in jedem Eintrag: Jeder Faktor wird der Reihe nach abgeleitet und elementweise mit dem Rest multipliziert; genau das tut diag.</translation>
    </message>
    <message>
        <source>The product rule: the scalar {c} times the derivative of {u}, plus {u} times the derivative of {c}.</source>
        <translation>Die Produktregel: der Skalar {c} mal die Ableitung von {u}, plus {u} mal die Ableitung von {c}.</translation>
    </message>
    <message>
        <source>The product with a column of ones is the sum over the batch. Leave it out, and the shapes no longer fit.</source>
        <translation>Das Produkt mit einer Spalte aus Einsen ist die Summe über den Batch. Lass es weg, und die Formen passen nicht mehr.</translation>
    </message>
    <message>
        <source>The product {x z} goes the same two ways. Before you look: entry {i} is {x_i z}. At which rate does it follow {x_i}? At which rate does it follow {z}?</source>
        <translation>Das Produkt {x z} geht dieselben beiden Wege. Bevor du hinsiehst: Eintrag {i} ist {x_i z}. Mit welcher Rate folgt er {x_i}? Mit welcher Rate folgt er {z}?</translation>
    </message>
    <message>
        <source>The program ended before this was saved, on {0}: {1}</source>
        <translation>Das Programm endete am {0}, bevor das gespeichert war: {1}</translation>
    </message>
    <message>
        <source>The question is taken back.</source>
        <translation>Die Frage ist zurückgenommen.</translation>
    </message>
    <message>
        <source>The quotient rule holds in every entry of {u} over {v}; diag multiplies entry by entry.</source>
        <translation>Die Quotientenregel gilt in jedem Eintrag von {u} durch {v}; diag multipliziert elementweise.</translation>
    </message>
    <message>
        <source>The quotient rule, for the vector {u} over the scalar {c}: the derivative of {u} over {c}, minus {u} times the row of derivatives of {c}, over the square of {c}.</source>
        <translation>Die Quotientenregel für den Vektor {u} durch den Skalar {c}: die Ableitung von {u} durch {c}, minus {u} mal der Zeile der Ableitungen von {c} durch das Quadrat von {c}.</translation>
    </message>
    <message>
        <source>The rank of a matrix is a whole number: it has no derivative.</source>
        <translation>Der Rang einer Matrix ist eine ganze Zahl: er hat keine Ableitung.</translation>
    </message>
    <message>
        <source>The reference of all rules</source>
        <translation>Das Verzeichnis aller Regeln</translation>
    </message>
    <message numerus="yes">
        <source>The result is equal to the derivative at {0} random points.</source>
        <translation>
            <numerusform>Das Ergebnis ist an {0} Zufallspunkt gleich der Ableitung.</numerusform>
            <numerusform>Das Ergebnis ist an {0} Zufallspunkten gleich der Ableitung.</numerusform>
        </translation>
    </message>
    <message>
        <source>The result is {0}, this is {1}.</source>
        <translation>Das Ergebnis ist {0}, das hier ist {1}.</translation>
    </message>
    <message>
        <source>The root of {f} is its power with the exponent 1/2: the exponents are added.</source>
        <translation>Die Wurzel von {f} ist die Potenz mit dem Exponenten 1/2: Die Exponenten werden addiert.</translation>
    </message>
    <message>
        <source>The row is 1 in place {i} and 0 elsewhere: term {i} of the sum is column {i} of {whole}.</source>
        <translation>Die Zeile ist an der Stelle {i} gleich 1 und sonst 0: Der Summand {i} ist die Spalte {i} von {whole}.</translation>
    </message>
    <message>
        <source>The row that is 1 in place i and 0 elsewhere puts what it is multiplied with into that place.</source>
        <translation>Die Zeile, die an der Stelle i 1 und sonst 0 ist, setzt das, womit sie multipliziert wird, an diese Stelle.</translation>
    </message>
    <message>
        <source>The rows are added as columns and transposed once.</source>
        <translation>Die Zeilen werden als Spalten addiert und einmal transponiert.</translation>
    </message>
    <message>
        <source>The rows of a matrix must have the same length.</source>
        <translation>Die Zeilen einer Matrix sind gleich lang.</translation>
    </message>
    <message>
        <source>The rows of the Jacobian belong to the entries of {whole}: differentiate each block and keep the order.</source>
        <translation>Die Zeilen der Jacobi-Matrix gehören zu den Einträgen von {whole}: jeden Block ableiten und die Reihenfolge beibehalten.</translation>
    </message>
    <message>
        <source>The rows of the batch are added up: in the product with the inputs for the weights, by ones for the bias.</source>
        <translation>Die Zeilen des Batches werden addiert: für die Gewichte im Produkt mit den Eingaben, für den Bias durch Einsen.</translation>
    </message>
    <message>
        <source>The rows of the batch disappear between the two factors: the result has one entry for each weight, however many inputs there are.</source>
        <translation>Die Zeilen des Batches verschwinden zwischen den beiden Faktoren: Das Ergebnis hat einen Eintrag für jedes Gewicht, wie viele Eingaben es auch gibt.</translation>
    </message>
    <message>
        <source>The rows of {inside} are linearly dependent, so its determinant is zero.</source>
        <translation>Die Zeilen von {inside} sind linear abhängig, also ist die Determinante null.</translation>
    </message>
    <message>
        <source>The rule</source>
        <translation>Die Regel</translation>
    </message>
    <message>
        <source>The rule has a condition, and the next lesson is about what happens without it: there must be exactly one path from {x} to {y}. In {x^2} inside {sin(u)} that is so. In {x + x^2} it is not, because {x} enters twice.</source>
        <translation>Die Regel hat eine Bedingung, und die nächste Lektion handelt davon, was ohne sie geschieht: Es muss genau einen Weg von {x} nach {y} geben. Bei {x^2} in {sin(u)} ist das so. Bei {x + x^2} nicht, denn {x} geht zweimal ein.</translation>
    </message>
    <message>
        <source>The rule here: {title}.</source>
        <translation>Die Regel hier: {title}.</translation>
    </message>
    <message>
        <source>The rule leaves {0} alone.</source>
        <translation>Die Regel lässt {0} unverändert.</translation>
    </message>
    <message>
        <source>The rules</source>
        <translation>Die Regeln</translation>
    </message>
    <message>
        <source>The rules for vectors ask for a shape at every step: a row here, a Jacobian there, a diagonal in between. With matrices that soon becomes hopeless, because the derivative of a matrix with respect to a matrix has four directions. So ask a smaller question. Let {X} change by a little, {differential(X)}, a matrix of the same shape. By how much does the function change? This change, kept to first order, is the differential.</source>
        <translation>Die Regeln für Vektoren verlangen bei jedem Schritt eine Form: hier eine Zeile, dort eine Jacobi-Matrix, dazwischen eine Diagonale. Mit Matrizen wird das bald aussichtslos, denn die Ableitung einer Matrix nach einer Matrix hat vier Richtungen. Stelle also eine kleinere Frage. {X} ändere sich ein wenig, um {differential(X)}, eine Matrix derselben Form. Um wie viel ändert sich die Funktion? Diese Änderung, in erster Ordnung genommen, ist das Differential.</translation>
    </message>
    <message>
        <source>The same condition, multiplied from both sides by an inverse. Compare with one dimension: the square in the denominator has become two inverses, one on each side.</source>
        <translation>Dieselbe Bedingung, von beiden Seiten mit einer Inversen multipliziert. Vergleiche mit einer Dimension: Aus dem Quadrat im Nenner sind zwei Inverse geworden, auf jeder Seite eine.</translation>
    </message>
    <message>
        <source>The same difference in every row, over the number of rows. In denominator layout it has the shape of the batch.</source>
        <translation>Dieselbe Differenz in jeder Zeile, durch die Zahl der Zeilen. Im Nennerlayout hat sie die Form des Batches.</translation>
    </message>
    <message>
        <source>The same for a factor as for the numerator of a fraction.</source>
        <translation>Für einen Faktor gilt dasselbe wie für den Zähler eines Bruchs.</translation>
    </message>
    <message>
        <source>The same for entries: at a tie one of the two switches must be on, as both may be tied for many values.</source>
        <translation>Dasselbe für Einträge: Bei Gleichstand muss einer der beiden Schalter an sein, denn beide Seiten können für viele Werte gleich sein.</translation>
    </message>
    <message>
        <source>The same for this derivation, drawn to scale.</source>
        <translation>Dasselbe für diese Ableitung, maßstäblich gezeichnet.</translation>
    </message>
    <message>
        <source>The same in denominator layout</source>
        <translation>Dasselbe im Nennerlayout</translation>
    </message>
    <message>
        <source>The same matrix of scores, transposed, because the keys stand on its other side.</source>
        <translation>Dieselbe Matrix der Bewertungen, transponiert, weil die Keys auf ihrer anderen Seite stehen.</translation>
    </message>
    <message>
        <source>The same number added to all entries multiplies all exponentials alike, which changes no share.</source>
        <translation>Dieselbe Zahl zu allen Einträgen addiert vervielfacht alle Exponentialwerte gleich: Kein Anteil ändert sich.</translation>
    </message>
    <message>
        <source>The same problem, with intermediate variables, comes with the chain rule; here the rule for the logarithm does both at once.</source>
        <translation>Dieselbe Aufgabe mit Zwischenvariablen kommt bei der Kettenregel; hier erledigt die Regel für den Logarithmus beides auf einmal.</translation>
    </message>
    <message>
        <source>The same product, with the parts exchanged.</source>
        <translation>Dasselbe Produkt mit vertauschten Rollen.</translation>
    </message>
    <message>
        <source>The same slip as for the weights: the paper pulls the condition of a row out of the sum over the rows.</source>
        <translation>Dasselbe Versehen wie bei den Gewichten: Der Aufsatz zieht die Bedingung einer Zeile aus der Summe über die Zeilen heraus.</translation>
    </message>
    <message>
        <source>The same sum under another letter</source>
        <translation>Dieselbe Summe mit anderem Buchstaben</translation>
    </message>
    <message>
        <source>The same two functions, as a vector function of a vector function</source>
        <translation>Dieselben zwei Funktionen als Vektorfunktion einer Vektorfunktion</translation>
    </message>
    <message>
        <source>The same weight is used in three steps, one after the other. How does the derivative with respect to it come about?</source>
        <translation>Dasselbe Gewicht wird in drei Schritten nacheinander verwendet. Wie kommt die Ableitung nach ihm zustande?</translation>
    </message>
    <message>
        <source>The same with numbers, drawn as a graph</source>
        <translation>Dasselbe mit Zahlen, als Graph gezeichnet</translation>
    </message>
    <message>
        <source>The same with steps that are too large</source>
        <translation>Dasselbe mit zu großen Schritten</translation>
    </message>
    <message>
        <source>The same, written out</source>
        <translation>Dasselbe, ausgeschrieben</translation>
    </message>
    <message>
        <source>The scalar {z} stands beside a vector: it expands to a vector that has {z} in every entry.</source>
        <translation>Der Skalar {z} steht neben einem Vektor: Er wird zu einem Vektor erweitert, der in jedem Eintrag {z} hat.</translation>
    </message>
    <message>
        <source>The screen of the projection is gone. F5 projects again.</source>
        <translation>Der Bildschirm der Projektion ist weg. F5 projiziert wieder.</translation>
    </message>
    <message>
        <source>The second derivative: of a scalar the Hessian</source>
        <translation>Die zweite Ableitung: bei einem Skalar die Hesse-Matrix</translation>
    </message>
    <message>
        <source>The settings cannot be read: {0}.</source>
        <translation>Die Einstellungen sind nicht lesbar: {0}.</translation>
    </message>
    <message>
        <source>The settings cannot be saved: {0}.</source>
        <translation>Die Einstellungen lassen sich nicht aufheben: {0}.</translation>
    </message>
    <message>
        <source>The settings file is damaged and cannot be set aside: {0}.</source>
        <translation>Die Einstellungsdatei ist beschädigt und lässt sich nicht beiseitelegen: {0}.</translation>
    </message>
    <message>
        <source>The settings file was damaged. It was set aside as {0}, and the defaults were restored.</source>
        <translation>Die Einstellungsdatei war beschädigt. Sie wurde als {0} beiseitegelegt, und die Vorgaben gelten wieder.</translation>
    </message>
    <message>
        <source>The shape follows at once, and it is worth knowing by heart: as many rows as the function has entries, as many columns as the variable has. A scalar counts as one. So the derivative of a scalar with respect to a scalar is a number, of a scalar with respect to a vector a row (the gradient), of a vector with respect to a scalar a column, of a vector with respect to a vector a matrix.</source>
        <translation>Die Form folgt sofort, und es lohnt sich, sie auswendig zu wissen: so viele Zeilen, wie die Funktion Einträge hat, so viele Spalten, wie die Variable hat. Ein Skalar zählt als einer. Also ist die Ableitung eines Skalars nach einem Skalar eine Zahl, die eines Skalars nach einem Vektor eine Zeile (der Gradient), die eines Vektors nach einem Skalar eine Spalte, die eines Vektors nach einem Vektor eine Matrix.</translation>
    </message>
    <message>
        <source>The shapes in the chain rule</source>
        <translation>Die Formen in der Kettenregel</translation>
    </message>
    <message>
        <source>The shares of each row are multiplied by 0.9, the sum of its targets, before the targets are taken off. The gradient no longer vanishes where shares and targets agree in proportion alone.</source>
        <translation>Die Anteile jeder Zeile werden mit 0,9, der Summe ihrer Zielwerte, multipliziert, bevor die Zielwerte abgezogen werden. Der Gradient verschwindet nicht mehr dort, wo Anteile und Zielwerte nur im Verhältnis übereinstimmen.</translation>
    </message>
    <message>
        <source>The shares of softmax add up to 1. What do the entries of any column of its Jacobian add up to?</source>
        <translation>Die Anteile von Softmax ergeben zusammen 1. Was ergeben die Einträge einer Spalte der Jacobi-Matrix zusammen?</translation>
    </message>
    <message>
        <source>The shares were left out behind a logarithm</source>
        <translation>Die Anteile hinter dem Logarithmus fehlen</translation>
    </message>
    <message>
        <source>The sheet cannot be written: {0}.</source>
        <translation>Das Blatt kann nicht geschrieben werden: {0}.</translation>
    </message>
    <message>
        <source>The sheet is being written …</source>
        <translation>Das Blatt wird geschrieben …</translation>
    </message>
    <message>
        <source>The side that changes is written last.</source>
        <translation>Die Seite, die sich ändert, steht zuletzt.</translation>
    </message>
    <message>
        <source>The signs of the element-wise and of the Kronecker product, in formulas and in what is typed here.</source>
        <translation>Die Zeichen des elementweisen und des Kronecker-Produkts, in Formeln und in dem, was hier getippt wird.</translation>
    </message>
    <message>
        <source>The simplest function of a vector hands back the vector itself. Entry {i} of the value is {x_i}, and {∂(x_i)/∂(x_j)} asks how fast {x_i} moves when only {x_j} does. Unless {i} and {j} are the same entry, the answer is: not at all; if they are, it moves exactly as fast. Both answers at once are written {delta(i, j)}, the Kronecker delta: it is 1 where {i} and {j} are equal, and 0 where they differ. Guess the matrix before you read the steps.</source>
        <translation>Die einfachste Funktion eines Vektors gibt den Vektor selbst zurück. Eintrag {i} des Werts ist {x_i}, und {∂(x_i)/∂(x_j)} fragt, wie schnell sich {x_i} bewegt, wenn sich nur {x_j} bewegt. Sind {i} und {j} nicht derselbe Eintrag, so lautet die Antwort: gar nicht; sind sie es, genauso schnell. Beide Antworten zugleich schreibt man {delta(i, j)}, das Kronecker-Delta: Es ist 1, wo {i} und {j} gleich sind, und 0, wo sie verschieden sind. Errate die Matrix, bevor du die Schritte liest.</translation>
    </message>
    <message>
        <source>The single-variable chain rule follows one path. Where the variable reaches the result by several paths it forgets all the others, and its result is wrong; the numbers show it.</source>
        <translation>Die Kettenregel für eine Variable folgt einem Weg. Wo die Variable das Ergebnis auf mehreren Wegen erreicht, vergisst sie alle anderen, und ihr Ergebnis ist falsch; die Zahlen zeigen es.</translation>
    </message>
    <message>
        <source>The size of all words and formulas.</source>
        <translation>Die Größe aller Wörter und Formeln.</translation>
    </message>
    <message>
        <source>The size {0}</source>
        <translation>Die Größe {0}</translation>
    </message>
    <message>
        <source>The skills are: {0}.</source>
        <translation>Die Fertigkeiten sind: {0}.</translation>
    </message>
    <message>
        <source>The slope of another activation was used</source>
        <translation>Die Steigung einer anderen Aktivierung wurde benutzt</translation>
    </message>
    <message>
        <source>The slope was taken at the value instead of at what came in</source>
        <translation>Die Steigung wurde am Wert statt an der Eingabe genommen</translation>
    </message>
    <message>
        <source>The slopes of the activation are missing</source>
        <translation>Die Steigungen der Aktivierung fehlen</translation>
    </message>
    <message>
        <source>The small number eps, which LayerNorm adds under the root, is left out.</source>
        <translation>Die kleine Zahl eps, die LayerNorm unter der Wurzel addiert, wird weggelassen.</translation>
    </message>
    <message>
        <source>The square root of f is the number, not negative, whose square is f.</source>
        <translation>Die Quadratwurzel aus f ist die nicht negative Zahl, deren Quadrat f ist.</translation>
    </message>
    <message>
        <source>The squared Frobenius norm is the sum of the squares of all entries of {u}.</source>
        <translation>Das Quadrat der Frobenius-Norm ist die Summe der Quadrate aller Einträge von {u}.</translation>
    </message>
    <message>
        <source>The squared Frobenius norm of {f} is the trace of its transpose times it: the product rule gives the same term twice.</source>
        <translation>Die quadrierte Frobenius-Norm von {f} ist die Spur der Transponierten mal der Matrix selbst: Die Produktregel gibt zweimal denselben Summanden.</translation>
    </message>
    <message>
        <source>The squared length is {f} times itself: the product rule gives the same term twice.</source>
        <translation>Die quadrierte Länge ist {f} mal sich selbst: Die Produktregel gibt zweimal denselben Summanden.</translation>
    </message>
    <message>
        <source>The squared length of {u} is its dot product with itself: no root is left, so it has a derivative everywhere.</source>
        <translation>Das Quadrat der Länge von {u} ist das Skalarprodukt mit sich selbst: Es bleibt keine Wurzel, also gibt es überall eine Ableitung.</translation>
    </message>
    <message>
        <source>The standard deviation</source>
        <translation>Die Standardabweichung</translation>
    </message>
    <message>
        <source>The standard deviation was held constant</source>
        <translation>Die Standardabweichung wurde festgehalten</translation>
    </message>
    <message>
        <source>The start</source>
        <translation>Der Anfang</translation>
    </message>
    <message>
        <source>The start page</source>
        <translation>Die Startseite</translation>
    </message>
    <message>
        <source>The step multiplies: {0} is {1}.</source>
        <translation>Der Schritt multipliziert: {0} ist {1}.</translation>
    </message>
    <message>
        <source>The sum of a sum of vectors</source>
        <translation>Die Summe einer Summe von Vektoren</translation>
    </message>
    <message>
        <source>The sum of a vector plus a scalar</source>
        <translation>Die Summe eines Vektors plus ein Skalar</translation>
    </message>
    <message>
        <source>The sum of all entries is a row of ones times them, times ones.</source>
        <translation>Die Summe aller Einträge ist eine Zeile aus Einsen mal ihnen, mal Einsen.</translation>
    </message>
    <message>
        <source>The sum of all entries is the sum of the sums of the blocks.</source>
        <translation>Die Summe aller Einträge ist die Summe der Summen der Blöcke.</translation>
    </message>
    <message>
        <source>The sum of any function</source>
        <translation>Die Summe einer beliebigen Funktion</translation>
    </message>
    <message>
        <source>The sum of multiples, with respect to the scalar</source>
        <translation>Die Summe von Vielfachen, nach dem Skalar</translation>
    </message>
    <message>
        <source>The sum of multiples, with respect to the vector</source>
        <translation>Die Summe von Vielfachen, nach dem Vektor</translation>
    </message>
    <message>
        <source>The sum of n entries is n times their mean.</source>
        <translation>Die Summe von n Einträgen ist n-mal ihr Mittelwert.</translation>
    </message>
    <message>
        <source>The sum of the entries</source>
        <translation>Die Summe der Einträge</translation>
    </message>
    <message>
        <source>The sum of the entries is taken of each term.</source>
        <translation>Die Summe der Einträge wird von jedem Summanden genommen.</translation>
    </message>
    <message>
        <source>The sum of the entries of a sum is the sum of both.</source>
        <translation>Die Summe der Einträge einer Summe ist die Summe beider.</translation>
    </message>
    <message>
        <source>The sum of the quadratic forms of all columns. The derivative looks like that of a single one, with {X} in the place of the vector.</source>
        <translation>Die Summe der quadratischen Formen aller Spalten. Die Ableitung sieht aus wie die einer einzelnen, mit {X} an der Stelle des Vektors.</translation>
    </message>
    <message>
        <source>The sum of the shares stays 1 whatever moves, so the changes of all shares cancel.</source>
        <translation>Die Summe der Anteile bleibt 1, was sich auch bewegt; also heben sich die Änderungen aller Anteile auf.</translation>
    </message>
    <message>
        <source>The sum over k of A_kj B_jk is what stands on the diagonal of the product of the matrices.</source>
        <translation>Die Summe über k von A_kj B_jk ist das, was auf der Diagonale des Produkts der Matrizen steht.</translation>
    </message>
    <message>
        <source>The sum over {0} is taken from 1 to {1}.</source>
        <translation>Die Summe über {0} läuft von 1 bis {1}.</translation>
    </message>
    <message>
        <source>The sum over {0} is taken of all terms that have this index.</source>
        <translation>Die Summe über {0} wird über alle Glieder genommen, die diesen Index haben.</translation>
    </message>
    <message>
        <source>The sum over {0} is taken to begin at 1.</source>
        <translation>Die Summe über {0} soll bei 1 beginnen.</translation>
    </message>
    <message>
        <source>The sum rule does not care how many terms there are. So the derivative may move inside the sum, and each term is differentiated alone. Keep the two indices apart: {i} counts the terms of the sum, {j} is the entry of {x} that moves.</source>
        <translation>Der Summenregel ist es gleich, wie viele Terme es sind. Also darf die Ableitung in die Summe rücken, und jeder Term wird für sich abgeleitet. Halte die beiden Indizes auseinander: {i} zählt die Terme der Summe, {j} ist der Eintrag von {x}, der sich bewegt.</translation>
    </message>
    <message>
        <source>The sum runs over neighbours: of {0} there are {1} entries more than the {2} terms of the sum.</source>
        <translation>Die Summe läuft über Nachbarn: {0} hat {1} Einträge mehr, als die Summe Summanden hat, nämlich {2}.</translation>
    </message>
    <message>
        <source>The sums of the rows of {A}, added up, are the sum of all its entries.</source>
        <translation>Die Summen der Zeilen von {A}, aufaddiert, sind die Summe aller Einträge.</translation>
    </message>
    <message>
        <source>The sweep has found the derivatives with respect to {variables}; this is the first of them.</source>
        <translation>Der Durchlauf hat die Ableitungen nach {variables} gefunden; dies ist die erste davon.</translation>
    </message>
    <message>
        <source>The sweep is over: the derivatives with respect to the variables are written without names. Where that would be long, the names of the forward pass stay.</source>
        <translation>Der Durchlauf ist zu Ende: Die Ableitungen nach den Variablen werden ohne Namen geschrieben. Wo das lang würde, bleiben die Namen des Vorwärtsdurchlaufs.</translation>
    </message>
    <message>
        <source>The table gives the Jacobian of {f} with respect to {u}: it is {J}. The vector chain rule multiplies it by the derivative of {u}.</source>
        <translation>Die Tabelle enthält die Jacobi-Matrix von {f} nach {u}: Sie ist {J}. Die Vektor-Kettenregel multipliziert sie mit der Ableitung von {u}.</translation>
    </message>
    <message>
        <source>The table gives the derivative of the {title} {call}: </source>
        <translation>Die Tabelle enthält die Ableitung ({title}) von {call}: </translation>
    </message>
    <message>
        <source>The table gives the derivative of the {title}: at {argument} it is {slope}.</source>
        <translation>Die Tabelle enthält die Ableitung ({title}): An der Stelle {argument} ist sie {slope}.</translation>
    </message>
    <message>
        <source>The table gives the derivative of the {title}: for {call} it is {slope}.</source>
        <translation>Die Tabelle enthält die Ableitung ({title}): Für {call} ist sie {slope}.</translation>
    </message>
    <message>
        <source>The table gives the differential of {f}: it is {change}.</source>
        <translation>Die Tabelle nennt das Differential von {f}: Es ist {change}.</translation>
    </message>
    <message>
        <source>The tangent is the sine over the cosine; for the hyperbolic functions it is the same.</source>
        <translation>Der Tangens ist der Sinus durch den Kosinus; für die hyperbolischen Funktionen gilt dasselbe.</translation>
    </message>
    <message>
        <source>The term gets a name.</source>
        <translation>Der Term bekommt einen Namen.</translation>
    </message>
    <message>
        <source>The term with δ differs from zero only on the diagonal, where it is {entry}; the other terms fill the grid.</source>
        <translation>Der Term mit δ ist nur auf der Diagonale nicht null, dort ist er {entry}; die anderen Terme füllen das Raster.</translation>
    </message>
    <message>
        <source>The term {y^8} does not contain {x}, however large its exponent is.</source>
        <translation>Der Term {y^8} enthält {x} nicht, wie groß sein Exponent auch ist.</translation>
    </message>
    <message>
        <source>The terms are put into their usual order.</source>
        <translation>Die Summanden werden in ihre übliche Reihenfolge gebracht.</translation>
    </message>
    <message>
        <source>The terms are written over the common denominator {h}: that is shorter.</source>
        <translation>Die Summanden werden über einen Bruchstrich geschrieben, {h}: Dann werden sie kürzer.</translation>
    </message>
    <message>
        <source>The terms in the brackets have different δ: they are multiplied out, so that each δ can pick its terms.</source>
        <translation>Die Summanden in der Klammer haben verschiedene δ: Sie werden ausmultipliziert, damit jedes δ seine Summanden auswählen kann.</translation>
    </message>
    <message>
        <source>The terms of the quotient rule have the wrong sign or order</source>
        <translation>Die Summanden der Quotientenregel haben falsches Vorzeichen oder falsche Reihenfolge</translation>
    </message>
    <message>
        <source>The terms that do not contain {x} are constant: they add nothing to the derivative.</source>
        <translation>Die Terme ohne {x} sind konstant: Sie tragen zur Ableitung nichts bei.</translation>
    </message>
    <message>
        <source>The terms with δ are summed separately.</source>
        <translation>Die Terme mit δ werden für sich summiert.</translation>
    </message>
    <message>
        <source>The text was read as {0}.</source>
        <translation>Der Text wurde als {0} gelesen.</translation>
    </message>
    <message>
        <source>The three chain rules</source>
        <translation>Die drei Kettenregeln</translation>
    </message>
    <message>
        <source>The total is negative, so the case with the slope zero applies: the gradient with respect to {w} and to {b} is zero for every input. A step of zero length changes nothing, and the neuron stays where it is.</source>
        <translation>Die Summe ist negativ, also gilt der Fall mit der Steigung null: der Gradient nach {w} und nach {b} ist für jede Eingabe null. Ein Schritt der Länge null ändert nichts, und das Neuron bleibt, wo es ist.</translation>
    </message>
    <message>
        <source>The total is one number, so there is one row; each weight has a column.</source>
        <translation>Die Summe ist eine Zahl, also gibt es eine Zeile; jedes Gewicht hat eine Spalte.</translation>
    </message>
    <message>
        <source>The total-derivative rule, because {x} reaches the value along two paths. The single-variable rule would follow the sine alone and leave out the 1 that the second term contributes.</source>
        <translation>Die Regel der totalen Ableitung, weil {x} den Wert auf zwei Pfaden erreicht. Die Regel für eine Variable folgte allein dem Sinus und ließe die 1 weg, die der zweite Summand beiträgt.</translation>
    </message>
    <message>
        <source>The trace adds up the entries on the diagonal; sums and multiples of matrices are taken entry by entry.</source>
        <translation>Die Spur addiert die Einträge auf der Diagonalen; Summen und Vielfache von Matrizen werden Eintrag für Eintrag gebildet.</translation>
    </message>
    <message>
        <source>The trace is linear</source>
        <translation>Die Spur ist linear</translation>
    </message>
    <message>
        <source>The trace is linear and products are distributive.</source>
        <translation>Die Spur ist linear, und Produkte sind distributiv.</translation>
    </message>
    <message>
        <source>The trace of a 1×1 matrix is its entry, and tr(P Q) = tr(Q P).</source>
        <translation>Die Spur einer 1×1-Matrix ist ihr Eintrag, und tr(P Q) = tr(Q P).</translation>
    </message>
    <message>
        <source>The trace of a power</source>
        <translation>Die Spur einer Potenz</translation>
    </message>
    <message>
        <source>The trace of a sum is the sum of the traces, and a scalar factor moves in front.</source>
        <translation>Die Spur einer Summe ist die Summe der Spuren, und ein skalarer Faktor rückt nach vorn.</translation>
    </message>
    <message>
        <source>The trace of an inverse</source>
        <translation>Die Spur einer Inversen</translation>
    </message>
    <message>
        <source>The trace of one Kronecker product is a product of traces, so that two are better as one.</source>
        <translation>Die Spur eines einzigen Kronecker-Produkts ist ein Produkt von Spuren; darum fasst man zwei zu einem zusammen.</translation>
    </message>
    <message>
        <source>The transpose has the same entries in another order: {K} brings them there.</source>
        <translation>Die Transponierte hat dieselben Einträge in anderer Reihenfolge: {K} bringt sie dorthin.</translation>
    </message>
    <message>
        <source>The transpose of a product reverses its order</source>
        <translation>Das Transponieren eines Produkts kehrt die Reihenfolge um</translation>
    </message>
    <message>
        <source>The transpose of a sum is the sum of the transposes; inside a product a single transpose is shorter.</source>
        <translation>Die Transponierte einer Summe ist die Summe der Transponierten; in einem Produkt ist Ersteres kürzer.</translation>
    </message>
    <message>
        <source>The transpose of a sum is the sum of the transposes; one sign says it for all. What scales all rows stands in front.</source>
        <translation>Die Transponierte einer Summe ist die Summe der Transponierten; ein Zeichen sagt es für alle. Was alle Zeilen skaliert, steht vorn.</translation>
    </message>
    <message>
        <source>The transposes are multiplied entry by entry first and transposed once.</source>
        <translation>Erst wird elementweise multipliziert und dann einmal transponiert.</translation>
    </message>
    <message>
        <source>The two vectors are partitioned in the same way, so their dot product is the sum of those of the blocks: {sum}.</source>
        <translation>Die beiden Vektoren sind an denselben Stellen geteilt, also ist ihr Skalarprodukt die Summe der Skalarprodukte der Blöcke: {sum}.</translation>
    </message>
    <message>
        <source>The value has {n} entries in both cases. Count the entries of the variable.</source>
        <translation>Der Wert hat in beiden Fällen {n} Einträge. Zähle die Einträge der Variable.</translation>
    </message>
    <message>
        <source>The value has {n} entries, so the Jacobian has {n} rows. {z} is one number and gives one column; {x} has {n} entries and gives {n} columns.</source>
        <translation>Der Wert hat {n} Einträge, also hat die Jacobi-Matrix {n} Zeilen. {z} ist eine Zahl und gibt eine Spalte; {x} hat {n} Einträge und gibt {n} Spalten.</translation>
    </message>
    <message>
        <source>The value has {n} entries, which are the rows, and there is one variable, which is the one column.</source>
        <translation>Der Wert hat {n} Einträge, das sind die Zeilen, und es gibt eine Variable, das ist die eine Spalte.</translation>
    </message>
    <message>
        <source>The value is a scalar, {u} has {k} entries and {x} has {n}. Which shapes are multiplied, and what is the shape of the product? What if {x} is a scalar as well?</source>
        <translation>Der Wert ist ein Skalar, {u} hat {k} Einträge und {x} hat {n}. Welche Formen werden multipliziert, und welche Form hat das Produkt? Und wenn auch {x} ein Skalar ist?</translation>
    </message>
    <message>
        <source>The value is {f} in every case.</source>
        <translation>Der Wert ist in jedem Fall {f}.</translation>
    </message>
    <message>
        <source>The variable in the exponent: the function stays, times the logarithm of the base.</source>
        <translation>Die Variable im Exponenten: die Funktion bleibt, mal dem Logarithmus der Basis.</translation>
    </message>
    <message>
        <source>The variable itself is treated as one more intermediate variable, so that no term of the sum stands alone.</source>
        <translation>Die Variable selbst gilt als eine weitere Zwischenvariable, damit kein Term der Summe allein steht.</translation>
    </message>
    <message>
        <source>The variable reaches the result along several paths: their contributions are added.</source>
        <translation>Die Variable erreicht das Ergebnis auf mehreren Pfaden: ihre Beiträge werden addiert.</translation>
    </message>
    <message>
        <source>The variable stands where its factor belongs</source>
        <translation>Die Variable steht, wo ihr Faktor hingehört</translation>
    </message>
    <message>
        <source>The variable under another name</source>
        <translation>Die Variable unter anderem Namen</translation>
    </message>
    <message>
        <source>The variance</source>
        <translation>Die Varianz</translation>
    </message>
    <message>
        <source>The vector chain rule</source>
        <translation>Die Vektor-Kettenregel</translation>
    </message>
    <message>
        <source>The vector has {count} functions of one variable {x}: differentiate each and keep the order; numerator layout makes this a column.</source>
        <translation>Der Vektor besteht aus {count} Funktionen einer Variable {x}: jede ableiten und die Reihenfolge beibehalten; im Zählerlayout wird daraus eine Spalte.</translation>
    </message>
    <message>
        <source>The vector has {count} functions: the gradient of each with respect to {x} is a row, and the rows are stacked in the order of the functions.</source>
        <translation>Der Vektor besteht aus {count} Funktionen: Der Gradient jeder Funktion nach {x} ist eine Zeile, und die Zeilen werden in der Reihenfolge der Funktionen gestapelt.</translation>
    </message>
    <message>
        <source>The vector is 1 in place {i} and 0 elsewhere: it picks {part}.</source>
        <translation>Der Vektor ist an der Stelle {i} gleich 1 und sonst 0: Er wählt {part} aus.</translation>
    </message>
    <message>
        <source>The vector of ones is missing from a sum</source>
        <translation>In einer Summe fehlt der Vektor der Einsen</translation>
    </message>
    <message>
        <source>The vector stands on both sides, and the matrix need not be symmetric.</source>
        <translation>Der Vektor steht auf beiden Seiten, und die Matrix muss nicht symmetrisch sein.</translation>
    </message>
    <message>
        <source>The very first step jumps across the valley. Look at the gradient once no row is active any more: it is zero, and the neuron has stopped learning.</source>
        <translation>Schon der erste Schritt springt über das Tal. Sieh dir den Gradienten an, sobald keine Zeile mehr aktiv ist: Er ist null, und das Neuron lernt nicht mehr.</translation>
    </message>
    <message>
        <source>The volume that a tall matrix spans</source>
        <translation>Das Volumen, das eine hohe Matrix aufspannt</translation>
    </message>
    <message>
        <source>The weight 1, as the slope at zero is the product of the weights along the path. With a larger one the product grows with every step without bound: gradients explode, where with a smaller one they vanish.</source>
        <translation>Das Gewicht 1, denn die Steigung bei null ist das Produkt der Gewichte entlang des Pfads. Mit einem größeren wächst das Produkt mit jedem Schritt über alle Grenzen: Gradienten explodieren, während sie mit einem kleineren verschwinden.</translation>
    </message>
    <message>
        <source>The weight stands in three places: that is a sum over three paths.</source>
        <translation>Das Gewicht steht an drei Stellen: das ist eine Summe über drei Pfade.</translation>
    </message>
    <message>
        <source>The weights for the elements are used twice and have two contributions; those for the state are used once.</source>
        <translation>Die Gewichte für die Elemente werden zweimal benutzt und haben zwei Beiträge; die für den Zustand werden einmal benutzt.</translation>
    </message>
    <message>
        <source>The weights of a layer multiply its inputs, and these are the outputs of the layer before.</source>
        <translation>Die Gewichte einer Schicht multiplizieren ihre Eingaben, und das sind die Ausgaben der Schicht davor.</translation>
    </message>
    <message>
        <source>The weights stand on the wrong side, or are not turned round</source>
        <translation>Die Gewichte stehen auf der falschen Seite oder sind nicht transponiert</translation>
    </message>
    <message>
        <source>The weights start from small numbers that are all different. If they were equal, all neurons of the first layer would get the same gradient and stay equal for ever.</source>
        <translation>Die Gewichte beginnen mit kleinen Zahlen, die alle verschieden sind. Wären sie gleich, bekämen alle Neuronen der ersten Schicht denselben Gradienten und blieben für immer gleich.</translation>
    </message>
    <message>
        <source>The window and the command line read LaTeX; here, type alpha for α, (a)/(b) for a fraction.</source>
        <translation>Das Fenster und die Befehlszeile lesen LaTeX; hier alpha für α, (a)/(b) für einen Bruch eintippen.</translation>
    </message>
    <message>
        <source>The word “{0}” was left out.</source>
        <translation>Das Wort „{0}“ wurde weggelassen.</translation>
    </message>
    <message>
        <source>The words “{0}” were left out.</source>
        <translation>Die Wörter „{0}“ wurden weggelassen.</translation>
    </message>
    <message>
        <source>The work</source>
        <translation>Die Arbeit</translation>
    </message>
    <message>
        <source>The {0} was read as {1}.</source>
        <translation>{0} wurde gelesen als {1}.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Theme of the s&amp;ystem</source>
        <translation>Farben des &amp;Systems</translation>
    </message>
    <message>
        <source>There are no more hints for this step.</source>
        <translation>Für diesen Schritt gibt es keine weiteren Hinweise.</translation>
    </message>
    <message>
        <source>There are no numbers until every field has a value.</source>
        <translation>Zahlen gibt es erst, wenn jedes Feld einen Wert hat.</translation>
    </message>
    <message>
        <source>There are {0} functions; the derivative of each is given in one table.</source>
        <translation>Es gibt {0} Funktionen; die Ableitung jeder steht in einer Tabelle.</translation>
    </message>
    <message>
        <source>There is a shorter way to such results. Give the vector inside the sum a name, {u = w + x}, and use two Jacobians that you know already: that of the sum with respect to {u}, and that of {u} with respect to {w}. The chain rule for vectors, which comes soon, multiplies them.</source>
        <translation>Zu solchen Ergebnissen gibt es einen kürzeren Weg. Gib dem Vektor in der Summe einen Namen, {u = w + x}, und benutze zwei Jacobi-Matrizen, die du schon kennst: die der Summe nach {u} und die von {u} nach {w}. Die Kettenregel für Vektoren, die bald kommt, multipliziert sie.</translation>
    </message>
    <message>
        <source>There is a single path from {x} to {y}, and each arrow has a rate of its own. The chain rule multiplies what stands on the arrows.</source>
        <translation>Von {x} nach {y} gibt es einen einzigen Weg, und jeder Pfeil hat eine eigene Rate. Die Kettenregel multipliziert, was an den Pfeilen steht.</translation>
    </message>
    <message>
        <source>There is another order. Start at a variable, and push its derivative forward through the same names. For one single number that costs as much as the sweep backward. But a network has a million weights and one loss: forward, each weight needs a pass of its own; backward, the one loss needs one pass for all of them. That is the whole reason why the gradient of a network costs only a few times what the network itself costs.</source>
        <translation>Es gibt eine andere Reihenfolge. Beginn bei einer Variable und schieb ihre Ableitung vorwärts durch dieselben Namen. Für eine einzige Zahl kostet das so viel wie der Durchgang rückwärts. Aber ein Netz hat eine Million Gewichte und einen Verlust: Vorwärts braucht jedes Gewicht einen eigenen Durchgang; rückwärts braucht der eine Verlust einen Durchgang für alle. Das ist der ganze Grund, warum der Gradient eines Netzes nur ein paarmal so viel kostet wie das Netz selbst.</translation>
    </message>
    <message>
        <source>There is exactly one path from {x} to {y}: {path}, and every definition uses one variable. So the single-variable chain rule applies: multiply the derivatives along the path, {order}.</source>
        <translation>Es gibt genau einen Weg von {x} nach {y}: {path}, und jede Definition verwendet eine einzige Variable. Also gilt die Kettenregel für eine Variable: die Ableitungen entlang des Weges multiplizieren, {order}.</translation>
    </message>
    <message>
        <source>There is exactly one path from {x} to {y}: {path}; all else in the definitions is constant. So the single-variable chain rule applies: multiply the derivatives along the path, {order}.</source>
        <translation>Von {x} nach {y} führt genau ein Weg: {path}; alles andere in den Definitionen ist konstant. Also gilt die Kettenregel für eine Variable: die Ableitungen entlang des Weges multiplizieren, {order}.</translation>
    </message>
    <message>
        <source>There is no figure of this line.</source>
        <translation>Zu dieser Zeile gibt es keine Abbildung.</translation>
    </message>
    <message>
        <source>There is no measured value to compare with.</source>
        <translation>Es gibt keinen gemessenen Wert zum Vergleichen.</translation>
    </message>
    <message>
        <source>There is no problem “{0}”.</source>
        <translation>Die Aufgabe „{0}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no rule “{0}”.</source>
        <translation>Die Regel „{0}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no step here that could be asked for.</source>
        <translation>Hier gibt es keinen Schritt, nach dem gefragt werden könnte.</translation>
    </message>
    <message>
        <source>There is no tangent at {0} = {1}.</source>
        <translation>Bei {0} = {1} gibt es keine Tangente.</translation>
    </message>
    <message>
        <source>There is no {x} in 99, so there is nothing that could move.</source>
        <translation>In 99 kommt kein {x} vor, also gibt es nichts, was sich bewegen könnte.</translation>
    </message>
    <message>
        <source>There is nothing to differentiate where a function has no value.</source>
        <translation>Wo eine Funktion keinen Wert hat, gibt es nichts abzuleiten.</translation>
    </message>
    <message>
        <source>There is nothing to project yet: type a function and press Return.</source>
        <translation>Noch gibt es nichts zu projizieren: eine Funktion eintippen und die Eingabetaste drücken.</translation>
    </message>
    <message>
        <source>There is one path from {x} to {y}: {path}. The vector chain rule multiplies the Jacobians along it, from the result back to the variable</source>
        <translation>Es gibt einen Weg von {x} nach {y}: {path}. Die Vektor-Kettenregel multipliziert die Jacobi-Matrizen entlang des Weges, vom Ergebnis zurück zur Variable</translation>
    </message>
    <message>
        <source>There is one screen only.</source>
        <translation>Es gibt nur einen Bildschirm.</translation>
    </message>
    <message>
        <source>These entries, one below the other, are {whole}.</source>
        <translation>Diese Einträge untereinander sind {whole}.</translation>
    </message>
    <message>
        <source>These entries, side by side, are {whole}.</source>
        <translation>Diese Einträge nebeneinander sind {whole}.</translation>
    </message>
    <message>
        <source>These files could not be read. All other lessons are there.</source>
        <translation>Diese Dateien waren nicht lesbar. Alle anderen Lektionen sind da.</translation>
    </message>
    <message>
        <source>These methods end in a wrong result: {0}.</source>
        <translation>Diese Verfahren enden mit einem falschen Ergebnis: {0}.</translation>
    </message>
    <message>
        <source>These parts are the definitions of {wholes}, written out.</source>
        <translation>Diese Teile sind die ausgeschriebenen Definitionen von {wholes}.</translation>
    </message>
    <message>
        <source>These problems could not be made.</source>
        <translation>Diese Aufgaben konnten nicht erstellt werden.</translation>
    </message>
    <message>
        <source>These results could not be checked by numbers: {0}.</source>
        <translation>Diese Ergebnisse ließen sich nicht durch Zahlen prüfen: {0}.</translation>
    </message>
    <message>
        <source>They answered how {u_2} reacts if {u_1} is held still. But can it be held still while {x} moves?</source>
        <translation>Beantwortet wurde, wie {u_2} reagiert, wenn {u_1} festgehalten wird. Aber kann man es festhalten, während sich {x} bewegt?</translation>
    </message>
    <message>
        <source>They are a mapping from names to values, such as {&quot;x&quot;: 1.5, &quot;w&quot;: [1, 2]}.</source>
        <translation>Sie sind eine Zuordnung von Namen zu Werten, etwa {&quot;x&quot;: 1.5, &quot;w&quot;: [1, 2]}.</translation>
    </message>
    <message>
        <source>They get 1. That answers how {u_2} reacts to {x} while {u_1} is held still, which is the partial derivative. But {u_1} moves with {x}, and its part, {2 x}, is missing.</source>
        <translation>Man erhält 1. Das sagt, wie {u_2} auf {x} reagiert, während {u_1} festgehalten wird, und ist die partielle Ableitung. Aber {u_1} bewegt sich mit {x}, und sein Beitrag, {2 x}, fehlt.</translation>
    </message>
    <message>
        <source>Think</source>
        <translation>Zum Nachdenken</translation>
    </message>
    <message>
        <source>This cannot be measured: {0}</source>
        <translation>Das lässt sich nicht messen: {0}</translation>
    </message>
    <message>
        <source>This could not be compared: {0}.</source>
        <translation>Dies ließ sich nicht vergleichen: {0}.</translation>
    </message>
    <message>
        <source>This derivation</source>
        <translation>Diese Ableitung</translation>
    </message>
    <message>
        <source>This descent cannot be worked out: {0}</source>
        <translation>Dieser Abstieg lässt sich nicht ausrechnen: {0}</translation>
    </message>
    <message>
        <source>This differs from the first line.</source>
        <translation>Das weicht von der ersten Zeile ab.</translation>
    </message>
    <message>
        <source>This does not hold. It is shown where learners try it, and numbers refute it.</source>
        <translation>Das stimmt nicht. Es wird dort gezeigt, wo Lernende es versuchen, und Zahlen widerlegen es.</translation>
    </message>
    <message>
        <source>This figure cannot be drawn: {0}</source>
        <translation>Diese Abbildung lässt sich nicht zeichnen: {0}</translation>
    </message>
    <message>
        <source>This gives {0}.</source>
        <translation>Dies ergibt {0}.</translation>
    </message>
    <message>
        <source>This is not equal to the line before.</source>
        <translation>Das ist nicht gleich der vorigen Zeile.</translation>
    </message>
    <message>
        <source>This is the element-wise diagonal condition, f_i(x) = f_i(x_i): entry i of the value depends on entry i of the argument, and on no other.</source>
        <translation>Das ist die elementweise Diagonalbedingung, f_i(x) = f_i(x_i): Eintrag i des Werts hängt von Eintrag i des Arguments ab und von keinem anderen.</translation>
    </message>
    <message>
        <source>This is what the layer before receives as its own adjoint.</source>
        <translation>Das bekommt die Schicht davor als ihre eigene Adjungierte.</translation>
    </message>
    <message>
        <source>This line could not be compared: {0}.</source>
        <translation>Diese Zeile konnte nicht verglichen werden: {0}.</translation>
    </message>
    <message>
        <source>This line is about {0}, not about {1}.</source>
        <translation>In dieser Zeile geht es um {0}, nicht um {1}.</translation>
    </message>
    <message>
        <source>This line is about {0}.</source>
        <translation>In dieser Zeile geht es um {0}.</translation>
    </message>
    <message>
        <source>This part cannot be shown in this window: {0}.</source>
        <translation>Dieser Teil lässt sich in diesem Fenster nicht zeigen: {0}.</translation>
    </message>
    <message>
        <source>This sheet could not be made.</source>
        <translation>Dieses Blatt konnte nicht erstellt werden.</translation>
    </message>
    <message>
        <source>This step can&apos;t be asked for.</source>
        <translation>Nach diesem Schritt kann nicht gefragt werden.</translation>
    </message>
    <message>
        <source>This step has found the adjoint of {0}, from {1}.</source>
        <translation>Dieser Schritt hat die Adjungierte von {0} gefunden, aus {1}.</translation>
    </message>
    <message>
        <source>This sum of the rows of {W}, each times a number, is {whole}.</source>
        <translation>Diese Summe der Zeilen von {W}, jede mal einer Zahl, ist {whole}.</translation>
    </message>
    <message>
        <source>This sum over the entries is {whole}.</source>
        <translation>Diese Summe über die Einträge ist {whole}.</translation>
    </message>
    <message>
        <source>This sum over the rows of {W}, written as columns, is {whole}.</source>
        <translation>Diese Summe über die Zeilen von {W}, als Spalten geschrieben, ist {whole}.</translation>
    </message>
    <message>
        <source>This system has no program that opens {0}.</source>
        <translation>Dieses System hat kein Programm, das {0} öffnet.</translation>
    </message>
    <message>
        <source>This takes long. Escape cancels it.</source>
        <translation>Das dauert lange. Esc bricht es ab.</translation>
    </message>
    <message>
        <source>This takes long. What is typed and what is there already are kept if it is cancelled.</source>
        <translation>Das dauert lange. Was getippt ist und was schon da ist, bleibt beim Abbrechen erhalten.</translation>
    </message>
    <message>
        <source>This was in no file when its window was closed, on {0}: {1}</source>
        <translation>Das war in keiner Datei, als sein Fenster am {0} geschlossen wurde: {1}</translation>
    </message>
    <message>
        <source>This was the last page of the course.</source>
        <translation>Das war die letzte Seite des Kurses.</translation>
    </message>
    <message>
        <source>Three functions depend on two variables. Which shape has their Jacobian in numerator layout?</source>
        <translation>Drei Funktionen hängen von zwei Variablen ab. Welche Form hat ihre Jacobi-Matrix in Zählerordnung?</translation>
    </message>
    <message>
        <source>Three steps of a single neuron</source>
        <translation>Drei Schritte eines einzelnen Neurons</translation>
    </message>
    <message>
        <source>Three thin plates have one thin side each. The strips along the edges have two thin sides, the corner has three. Divide each by {h} and let {h} shrink.</source>
        <translation>Drei dünne Platten haben je eine dünne Seite. Die Streifen an den Kanten haben zwei dünne Seiten, die Ecke hat drei. Teile jedes durch {h} und lass {h} schrumpfen.</translation>
    </message>
    <message>
        <source>Three. {x^2} gets one name; from there one arrow leads to the sum and one to the sine, and from {x} itself one path leads through {x^3}. Each of the three contributes a term.</source>
        <translation>Drei. {x^2} bekommt einen Namen; von dort führt ein Pfeil zur Summe und einer zum Sinus, und von {x} selbst führt ein Pfad durch {x^3}. Jeder der drei trägt einen Summanden bei.</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Tidying</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Time per line</source>
        <translation>Zeit pro Zeile</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Timer at zero.</source>
        <translation>Uhr auf null.</translation>
    </message>
    <message>
        <source>Timer back to &amp;zero</source>
        <translation>Uhr auf &amp;null</translation>
    </message>
    <message>
        <source>Timer paused.</source>
        <translation>Uhr angehalten.</translation>
    </message>
    <message>
        <source>Timer started.</source>
        <translation>Uhr gestartet.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>To fit a Gaussian is to choose the mean and the covariance under which the data are most likely. One minimises the negative logarithm of the likelihood. For one sample this is, up to a constant, half the logarithm of the determinant of {S} plus half the squared distance.</source>
        <translation>Eine Normalverteilung anzupassen heißt, den Mittelwert und die Kovarianz zu wählen, unter denen die Daten am wahrscheinlichsten sind. Man minimiert den negativen Logarithmus der Likelihood. Für eine Beobachtung ist er, bis auf eine Konstante, der halbe Logarithmus der Determinante von {S} plus der halbe quadrierte Abstand.</translation>
    </message>
    <message>
        <source>To see which entries meet, write both Jacobians out. A row of the first one belongs to one entry of {y} and runs through all entries of {u}; a column of the second one belongs to one entry of {x} and runs through the same entries of {u}. Multiplying row by column adds up the contributions of all paths.</source>
        <translation>Um zu sehen, welche Einträge aufeinandertreffen, schreibe beide Jacobi-Matrizen aus. Eine Zeile der ersten gehört zu einem Eintrag von {y} und läuft durch alle Einträge von {u}; eine Spalte der zweiten gehört zu einem Eintrag von {x} und läuft durch dieselben Einträge von {u}. Zeile mal Spalte summiert die Beiträge aller Wege.</translation>
    </message>
    <message>
        <source>To take steps, each parameter needs its own derivation. They are the four answers of the sweep, one by one.</source>
        <translation>Um Schritte zu machen, braucht jeder Parameter seine eigene Ableitung. Es sind die vier Antworten des Durchgangs, eine nach der anderen.</translation>
    </message>
    <message>
        <source>To the b&amp;oard</source>
        <translation>Zur &amp;Tafel</translation>
    </message>
    <message>
        <source>To think about</source>
        <translation>Zum Nachdenken</translation>
    </message>
    <message>
        <source>Today&apos;s problems</source>
        <translation>Aufgaben von heute</translation>
    </message>
    <message>
        <source>Today&apos;s problems are done.</source>
        <translation>Die Aufgaben für heute sind geschafft.</translation>
    </message>
    <message numerus="yes">
        <source>Today: {0} problems</source>
        <translation>
            <numerusform>Heute: {0} Aufgabe</numerusform>
            <numerusform>Heute: {0} Aufgaben</numerusform>
        </translation>
    </message>
    <message>
        <source>Tomorrow: {0}</source>
        <translation>Morgen: {0}</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>Summen der Einträge</translation>
    </message>
    <message>
        <source>Trace of a product of Kronecker products</source>
        <translation>Spur eines Produkts von Kronecker-Produkten</translation>
    </message>
    <message>
        <source>Trace of a sum of entries</source>
        <translation>Summe von Einträgen als Spur</translation>
    </message>
    <message>
        <source>Trace of an outer product</source>
        <translation>Spur eines äußeren Produkts</translation>
    </message>
    <message>
        <source>Trace without a transpose or a factor</source>
        <translation>Spur ohne Transponierte oder Faktor</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>Traces, inverses and determinants</source>
        <translation>Spuren, Inverse und Determinanten</translation>
    </message>
    <message>
        <source>Train it with these formulas, and watch the loss fall.</source>
        <translation>Es mit diesen Formeln trainieren und zusehen, wie der Verlust fällt.</translation>
    </message>
    <message>
        <source>Translated from {0}; Ctrl+Z brings back what stood here.</source>
        <translation>Aus {0} übersetzt; Strg+Z bringt zurück, was hier stand.</translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation>Transponierte</translation>
    </message>
    <message>
        <source>Transpose inside a trace</source>
        <translation>Transponierte in einer Spur</translation>
    </message>
    <message>
        <source>Transpose of a transpose</source>
        <translation>Transponierte einer Transponierten</translation>
    </message>
    <message>
        <source>Transposes in brackets are added first and transposed once.</source>
        <translation>Transponierte in Klammern werden zuerst addiert und einmal transponiert.</translation>
    </message>
    <message>
        <source>Transposing a product reverses the order of its factors.</source>
        <translation>Beim Transponieren eines Produkts kehrt sich die Reihenfolge der Faktoren um.</translation>
    </message>
    <message>
        <source>Transposing reverses the order of the factors and transposes each.</source>
        <translation>Das Transponieren kehrt die Reihenfolge der Faktoren um und transponiert jeden.</translation>
    </message>
    <message>
        <source>Transposing twice changes nothing; rows and columns change places inside sums, products and cases too.</source>
        <translation>Zweimal zu transponieren ändert nichts; Zeilen und Spalten tauschen auch in Summen, Produkten und Fällen die Plätze.</translation>
    </message>
    <message>
        <source>Transposing, adding entries up, changing signs and putting a vector on a diagonal are linear: the change of the result is the same operation on the change.</source>
        <translation>Transponieren, Einträge addieren, Vorzeichen wechseln und einen Vektor auf eine Diagonale setzen ist linear: Die Änderung des Ergebnisses ist dieselbe Operation auf der Änderung.</translation>
    </message>
    <message>
        <source>Try {x = 1}, and compare with how much {x^2 x} really changes between 1 and 1.01.</source>
        <translation>Probiere {x = 1} und vergleiche damit, wie weit sich {x^2 x} zwischen 1 und 1.01 wirklich ändert.</translation>
    </message>
    <message>
        <source>Turn t&amp;he paper</source>
        <translation>Papier d&amp;rehen</translation>
    </message>
    <message>
        <source>Turned round in a circle, {product} begins with a row and ends with a column: the number {number}.</source>
        <translation>Im Kreis gedreht beginnt {product} mit einer Zeile und endet mit einer Spalte: die Zahl {number}.</translation>
    </message>
    <message>
        <source>Turning</source>
        <translation>Umkehren</translation>
    </message>
    <message>
        <source>Twenty steps of descent from the corner, and beside them the one step of Newton&apos;s method: it goes straight to the bottom.</source>
        <translation>Zwanzig Abstiegsschritte aus der Ecke, und daneben der eine Schritt des Newton-Verfahrens: Er führt geradewegs zum Grund.</translation>
    </message>
    <message>
        <source>Two element-wise functions</source>
        <translation>Zwei elementweise Funktionen</translation>
    </message>
    <message>
        <source>Two functions of one number</source>
        <translation>Zwei Funktionen einer Zahl</translation>
    </message>
    <message>
        <source>Two functions of one vector</source>
        <translation>Zwei Funktionen eines Vektors</translation>
    </message>
    <message>
        <source>Two functions of two variables</source>
        <translation>Zwei Funktionen zweier Variablen</translation>
    </message>
    <message>
        <source>Two functions of two variables have four partial derivatives. Put the gradient of the first function in the first row and the gradient of the second in the second row: that is the Jacobian. To read an entry, go down to the function and across to the variable.</source>
        <translation>Zwei Funktionen zweier Variablen haben vier partielle Ableitungen. Setze den Gradienten der ersten Funktion in die erste Zeile und den der zweiten in die zweite Zeile: Das ist die Jacobi-Matrix. Um einen Eintrag zu lesen, geh hinunter zur Funktion und hinüber zur Variable.</translation>
    </message>
    <message>
        <source>Two functions were confused</source>
        <translation>Zwei Funktionen wurden verwechselt</translation>
    </message>
    <message>
        <source>Two inputs, each zero or one, and the wanted answer is 1 where exactly one of them is one. No straight line separates the two kinds of points, so one neuron cannot learn it: this is the oldest reason for a second layer. The first layer has three neurons with the weights {W} and the biases {b}; the second adds their answers up with the weights {v} and a bias {c}. The loss is the mean of the squared errors over the four rows.</source>
        <translation>Zwei Eingaben, jede null oder eins, und die gewünschte Antwort ist 1, wo genau eine von ihnen eins ist. Keine Gerade trennt die beiden Arten von Punkten, also kann ein Neuron es nicht lernen: Das ist der älteste Grund für eine zweite Schicht. Die erste Schicht hat drei Neuronen mit den Gewichten {W} und den Biases {b}; die zweite addiert ihre Antworten mit den Gewichten {v} und einem Bias {c}. Der Verlust ist das Mittel der quadrierten Fehler über die vier Zeilen.</translation>
    </message>
    <message>
        <source>Two kinds of zero: those off the diagonal are always there, those on it only where {x_i} is the larger one.</source>
        <translation>Zwei Arten von Nullen: Die neben der Diagonale sind immer da, die auf ihr nur, wo {x_i} der größere Wert ist.</translation>
    </message>
    <message>
        <source>Two layers</source>
        <translation>Zwei Schichten</translation>
    </message>
    <message>
        <source>Two minus signs cancel.</source>
        <translation>Zwei Minuszeichen heben sich auf.</translation>
    </message>
    <message>
        <source>Two of something and three more of it make five of it.</source>
        <translation>Zwei von etwas und drei von demselben sind fünf davon.</translation>
    </message>
    <message>
        <source>Two operators stand side by side; leave one out.</source>
        <translation>Zwei Operatoren stehen nebeneinander; einen weglassen.</translation>
    </message>
    <message>
        <source>Two paths</source>
        <translation>Zwei Wege</translation>
    </message>
    <message>
        <source>Two steps of a layer, with respect to both matrices of weights</source>
        <translation>Zwei Schritte einer Schicht, nach beiden Gewichtsmatrizen</translation>
    </message>
    <message>
        <source>Two ways lead from {x} to {u_2}: one straight, one through {u_1}. Whoever follows only one of them misses what the other brings.</source>
        <translation>Zwei Wege führen von {x} nach {u_2}: ein gerader und einer durch {u_1}. Wer nur einem davon folgt, verpasst, was der andere bringt.</translation>
    </message>
    <message>
        <source>Two δ of one index</source>
        <translation>Zwei δ mit demselben Index</translation>
    </message>
    <message>
        <source>Type a formula and press Enter</source>
        <translation>Tippen Sie eine Formel und drücken Sie die Eingabetaste</translation>
    </message>
    <message>
        <source>Type a function</source>
        <translation>Eine Funktion eingeben</translation>
    </message>
    <message>
        <source>Type a function such as x^2.</source>
        <translation>Geben Sie eine Funktion wie x^2 ein.</translation>
    </message>
    <message>
        <source>Type a function, for instance sin(x^2).</source>
        <translation>Eine Funktion eintippen, zum Beispiel sin(x^2).</translation>
    </message>
    <message>
        <source>Type a function, such as sin(x^2) or 3x^2 y</source>
        <translation>Eine Funktion eintippen, etwa sin(x^2) oder 3x^2 y</translation>
    </message>
    <message>
        <source>Type it in another form.</source>
        <translation>Schreibe sie in einer anderen Form.</translation>
    </message>
    <message>
        <source>Type numbers that do, or derive without saying so.</source>
        <translation>Geben Sie Zahlen ein, die das tun, oder leiten Sie ohne diese Angabe ab.</translation>
    </message>
    <message>
        <source>Type one side alone, or the difference of both: {0} - ({1}). Inside cases(…) a condition has ==.</source>
        <translation>Geben Sie nur eine Seite ein oder die Differenz beider: {0} - ({1}). In cases(…) steht in einer Bedingung ==.</translation>
    </message>
    <message>
        <source>Type one, such as sin(x^2).</source>
        <translation>Eine eintippen, zum Beispiel sin(x^2).</translation>
    </message>
    <message>
        <source>Type the &amp;line</source>
        <translation>&amp;Zeile schreiben</translation>
    </message>
    <message>
        <source>Type the expression alone, without dollar signs.</source>
        <translation>Den Ausdruck allein eintippen, ohne Dollarzeichen.</translation>
    </message>
    <message>
        <source>Type the expression alone, without quotation marks.</source>
        <translation>Den Ausdruck allein eintippen, ohne Anführungszeichen.</translation>
    </message>
    <message>
        <source>Type the expression alone.</source>
        <translation>Den Ausdruck allein eintippen.</translation>
    </message>
    <message>
        <source>Type the function alone and choose the variable of differentiation, or write ∇_x in front.</source>
        <translation>Gib nur die Funktion ein und wähle die Variable, nach der abgeleitet wird, oder schreibe ∇_x davor.</translation>
    </message>
    <message>
        <source>Type the function alone; shapes and definitions may follow after “where”.</source>
        <translation>Die Funktion allein eingeben; Formen und Definitionen können nach „where“ folgen.</translation>
    </message>
    <message>
        <source>Type the function in words.</source>
        <translation>Die Funktion in Worten eintippen.</translation>
    </message>
    <message>
        <source>Type the function itself, or say it behind “where”: … where {0} = x^2.</source>
        <translation>Geben Sie die Funktion selbst ein, oder sagen Sie sie hinter „where“: … where {0} = x^2.</translation>
    </message>
    <message>
        <source>Type the line and press Enter; ? gives a hint</source>
        <translation>Zeile schreiben und Eingabetaste drücken; ? gibt einen Hinweis</translation>
    </message>
    <message>
        <source>Type the next line, or ask for a hint.</source>
        <translation>Schreibe die nächste Zeile, oder frage nach einem Hinweis.</translation>
    </message>
    <message>
        <source>Type the next line, or the result if you have it.</source>
        <translation>Gib die nächste Zeile ein, oder das Ergebnis, wenn du es hast.</translation>
    </message>
    <message>
        <source>Type this part in words or signs.</source>
        <translation>Diesen Teil in Worten oder Zeichen eintippen.</translation>
    </message>
    <message>
        <source>Type what stands under the cover, without a left side.</source>
        <translation>Tippen Sie, was verdeckt ist, ohne linke Seite.</translation>
    </message>
    <message>
        <source>Type {0} numbers there, or change the other.</source>
        <translation>Dort {0} Zahlen eintippen oder die andere Größe ändern.</translation>
    </message>
    <message>
        <source>Type {0} numbers there.</source>
        <translation>Dort {0} Zahlen eintippen.</translation>
    </message>
    <message>
        <source>Type {0}.</source>
        <translation>Eintippen: {0}.</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Typst</source>
        <translation>Typst</translation>
    </message>
    <message>
        <source>Undoing twice is doing; the inverse of a transpose is the transpose of the inverse; numbers come out as divisors. Powers, Kronecker products and diagonal matrices are undone part by part.</source>
        <translation>Zweimal rückgängig gemacht ist gar nicht rückgängig gemacht; die Inverse einer Transponierten ist die Transponierte der Inversen; Zahlen werden zu Divisoren. Potenzen, Kronecker-Produkte und Diagonalmatrizen werden Teil für Teil rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Nullen und Einsen</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Unsaved work that was kept could not be read: {0}. It was set aside as {1}.</source>
        <translation>Nicht gespeicherte Arbeit, die aufgehoben wurde, war nicht lesbar: {0}. Sie wurde als {1} beiseitegelegt.</translation>
    </message>
    <message>
        <source>Use a name for it, such as c, and give the name a value where one is needed.</source>
        <translation>Einen Namen dafür benutzen, etwa c, und ihm dort einen Wert geben, wo einer gebraucht wird.</translation>
    </message>
    <message>
        <source>Use letters, digits, dots and hyphens, such as chain-rule.</source>
        <translation>Buchstaben, Ziffern, Punkte und Bindestriche verwenden, etwa chain-rule.</translation>
    </message>
    <message>
        <source>Use numbers from −2.5 to 2.5.</source>
        <translation>Zahlen von −2.5 bis 2.5 nehmen.</translation>
    </message>
    <message>
        <source>Use the condition of a case</source>
        <translation>Die Bedingung eines Falls benutzen</translation>
    </message>
    <message>
        <source>Use the gradient to take one step downhill.</source>
        <translation>Mit dem Gradienten einen Schritt bergab gehen.</translation>
    </message>
    <message>
        <source>Use the names that were given</source>
        <translation>Die gegebenen Namen verwenden</translation>
    </message>
    <message>
        <source>Use what is given</source>
        <translation>Gegebenes verwenden</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Anwendungen</translation>
    </message>
    <message>
        <source>Value of {0}</source>
        <translation>Wert von {0}</translation>
    </message>
    <message>
        <source>Value of {0}, {1}</source>
        <translation>Wert von {0}, {1}</translation>
    </message>
    <message>
        <source>Values, line by line</source>
        <translation>Werte, Zeile für Zeile</translation>
    </message>
    <message>
        <source>Variable of differentiation</source>
        <translation>Variable, nach der abgeleitet wird</translation>
    </message>
    <message>
        <source>Vaswani et al. 2017, section 3.2.1</source>
        <translation>Vaswani et al. 2017, Abschnitt 3.2.1</translation>
    </message>
    <message>
        <source>Vector</source>
        <translation>Vektor</translation>
    </message>
    <message>
        <source>Vector chain rule</source>
        <translation>Vektor-Kettenregel</translation>
    </message>
    <message>
        <source>Vector functions</source>
        <translation>Vektorfunktionen</translation>
    </message>
    <message>
        <source>Vectors</source>
        <translation>Vektoren</translation>
    </message>
    <message>
        <source>Vectors and scalars</source>
        <translation>Vektoren und Skalare</translation>
    </message>
    <message>
        <source>W does not depend on x</source>
        <translation>W hängt nicht von x ab</translation>
    </message>
    <message>
        <source>W is invertible</source>
        <translation>W ist invertierbar</translation>
    </message>
    <message>
        <source>W times its inverse is the identity, which does not change: so the change of the inverse is minus the inverse times the change of W times the inverse. Every entry of W counts, with an entry of the inverse on either side.</source>
        <translation>W mal seine Inverse ist die Einheitsmatrix, die sich nicht ändert: darum ist die Änderung der Inversen minus die Inverse mal die Änderung von W mal die Inverse. Jeder Eintrag von W zählt, mit einem Eintrag der Inversen auf beiden Seiten.</translation>
    </message>
    <message>
        <source>W_ij occurs only in entry i of {z}, where it multiplies entry j.</source>
        <translation>W_ij kommt nur in Eintrag i von {z} vor und multipliziert dort Eintrag j.</translation>
    </message>
    <message>
        <source>Weights and bias as one vector</source>
        <translation>Gewichte und Bias als ein Vektor</translation>
    </message>
    <message>
        <source>Weights in rows</source>
        <translation>Gewichte in Zeilen</translation>
    </message>
    <message>
        <source>Weights, bias, activation, and the loss of one example.</source>
        <translation>Gewichte, Bias, Aktivierung und der Verlust eines Beispiels.</translation>
    </message>
    <message>
        <source>What a name stands for is said once, for the whole.</source>
        <translation>Wofür ein Name steht, wird einmal für das Ganze gesagt.</translation>
    </message>
    <message>
        <source>What a window shows first.</source>
        <translation>Was ein Fenster zuerst zeigt.</translation>
    </message>
    <message>
        <source>What all blocks have in common moves outside.</source>
        <translation>Was alle Blöcke gemeinsam haben, rückt nach außen.</translation>
    </message>
    <message>
        <source>What belongs to another index is a common factor of all terms.</source>
        <translation>Was zu einem anderen Index gehört, ist ein gemeinsamer Faktor aller Terme.</translation>
    </message>
    <message>
        <source>What does it mean to add a scalar {z} to a vector {x}? The usual agreement is that {z} is added to every entry. In other words, {z} is first expanded to a vector {expand(z, n)} with {n} equal entries, and then the two vectors are added entry by entry. The same holds for a product.</source>
        <translation>Was bedeutet es, einen Skalar {z} zu einem Vektor {x} zu addieren? Üblicherweise wird {z} zu jedem Eintrag addiert. Anders gesagt: {z} wird zuerst zu einem Vektor {expand(z, n)} mit {n} gleichen Einträgen erweitert, und dann werden die beiden Vektoren Eintrag für Eintrag addiert. Für ein Produkt gilt dasselbe.</translation>
    </message>
    <message>
        <source>What does not hold</source>
        <translation>Was nicht gilt</translation>
    </message>
    <message>
        <source>What follows d/d{0} is differentiated with respect to {0}.</source>
        <translation>Was auf d/d{0} folgt, wird nach {0} abgeleitet.</translation>
    </message>
    <message>
        <source>What happens to {Z} later does not matter here. Let some loss come out at the end, and call what it says about {Z} its adjoint {G}: the derivative of the loss with respect to {Z}, a matrix with {k} rows and {N} columns in numerator layout. A small change of {Z} then changes the loss by the trace of {G} times that change. So the loss may be replaced by the trace of {G} times {Z}, with {G} standing still.</source>
        <translation>Was später mit {Z} geschieht, ist hier gleichgültig. Am Ende komme irgendein Verlust heraus; was er über {Z} sagt, heiße seine Adjungierte {G}: die Ableitung des Verlusts nach {Z}, im Zählerlayout eine Matrix mit {k} Zeilen und {N} Spalten. Eine kleine Änderung von {Z} ändert den Verlust dann um die Spur von {G} mal diese Änderung. Also darf der Verlust durch die Spur von {G} mal {Z} ersetzt werden, wobei {G} stillsteht.</translation>
    </message>
    <message>
        <source>What holds</source>
        <translation>Was gilt</translation>
    </message>
    <message>
        <source>What if a value is used twice? Then the loss reacts to it along two ways, and both reactions are added, as you know from the chain rule with several paths. Forgetting one of them is the commonest mistake in code written by hand, because the program still runs.</source>
        <translation>Was, wenn ein Wert zweimal benutzt wird? Dann reagiert der Verlust auf zwei Wegen auf ihn, und beide Reaktionen werden addiert, wie du es von der Kettenregel mit mehreren Wegen kennst. Eine davon zu vergessen ist der häufigste Fehler in handgeschriebenem Code, denn das Programm läuft trotzdem.</translation>
    </message>
    <message>
        <source>What is asked for is still {asked}: nothing of it can be replaced yet.</source>
        <translation>Gesucht ist noch {asked}: davon lässt sich noch nichts ersetzen.</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Was getan wird</translation>
    </message>
    <message>
        <source>What is left of a vector after its projection is at right angles to the direction: the terms cancel.</source>
        <translation>Was von einem Vektor nach Abzug seiner Projektion bleibt, steht senkrecht auf der Richtung: Die Summanden heben sich auf.</translation>
    </message>
    <message>
        <source>What is made of entry i of the variable alone does not change with any other entry. Only the derivative with respect to the entry&apos;s own argument can differ from zero.</source>
        <translation>Was allein aus Eintrag i der Variable entsteht, ändert sich mit keinem anderen Eintrag. Nur die Ableitung nach dem eigenen Argument des Eintrags kann von null verschieden sein.</translation>
    </message>
    <message>
        <source>What is not saved would be lost in a crash: {0}.</source>
        <translation>Was nicht gespeichert ist, ginge bei einem Absturz verloren: {0}.</translation>
    </message>
    <message>
        <source>What is recognised in a number is recognised in every entry of a vector.</source>
        <translation>Was in einer Zahl erkannt wird, wird in jedem Eintrag eines Vektors erkannt.</translation>
    </message>
    <message>
        <source>What is the determinant of a product, and what is the logarithm of that?</source>
        <translation>Was ist die Determinante eines Produkts, und was ist deren Logarithmus?</translation>
    </message>
    <message>
        <source>What is the next line, or the result?</source>
        <translation>Wie lautet die nächste Zeile oder das Ergebnis?</translation>
    </message>
    <message>
        <source>What is the next line?</source>
        <translation>Wie lautet die nächste Zeile?</translation>
    </message>
    <message>
        <source>What kind of thing the function is decides how many rows there are; what kind of thing the variable is decides how many columns. Every derivative of this course has one of these four shapes.</source>
        <translation>Von welcher Art die Funktion ist, entscheidet, wie viele Zeilen es gibt; von welcher Art die Variable ist, entscheidet, wie viele Spalten es gibt. Jede Ableitung dieses Kurses hat eine dieser vier Formen.</translation>
    </message>
    <message>
        <source>What multiplies every term from the left, or from the right, multiplies their sum. The order of the factors stays as it is.</source>
        <translation>Was jeden Term von links oder von rechts multipliziert, multipliziert ihre Summe. Die Reihenfolge der Faktoren bleibt.</translation>
    </message>
    <message>
        <source>What multiplies one of the vectors multiplies every product of entries: it moves to the front.</source>
        <translation>Was einen der Vektoren multipliziert, multipliziert jedes Produkt von Einträgen: Es kommt nach vorn.</translation>
    </message>
    <message>
        <source>What stands above the bar is divided by its own sum, over the row or the column.</source>
        <translation>Was über dem Bruchstrich steht, wird durch seine eigene Summe geteilt, über die Zeile oder die Spalte.</translation>
    </message>
    <message>
        <source>What stands before the brace is written into each case.</source>
        <translation>Was vor der Klammer steht, wird in jeden Fall geschrieben.</translation>
    </message>
    <message>
        <source>What stands under the cover?</source>
        <translation>Was steht unter der Abdeckung?</translation>
    </message>
    <message>
        <source>What stands under the cover?  {line}</source>
        <translation>Was steht unter der Abdeckung?  {line}</translation>
    </message>
    <message>
        <source>What stood on the right comes first, and transposed: it mixes the columns of {X}, and columns are what vec keeps apart.</source>
        <translation>Was rechts stand, kommt zuerst, und transponiert: Es mischt die Spalten von {X}, und die Spalten hält vec auseinander.</translation>
    </message>
    <message>
        <source>What the blocks have in common</source>
        <translation>Was die Blöcke gemeinsam haben</translation>
    </message>
    <message>
        <source>What this step multiplies:</source>
        <translation>Was dieser Schritt multipliziert:</translation>
    </message>
    <message>
        <source>What works entry by entry may be done before transposing. Rows become columns even where the transpose is that of a product.</source>
        <translation>Was elementweise wirkt, darf vor dem Transponieren geschehen. Zeilen werden auch dann zu Spalten, wenn die Transponierte die eines Produkts ist.</translation>
    </message>
    <message>
        <source>What would you get for {x^2 x} if you multiplied the two derivatives instead? At which {x} could you notice the mistake without any algebra?</source>
        <translation>Was käme für {x^2 x} heraus, wenn man stattdessen die beiden Ableitungen multiplizierte? Bei welchem {x} könnte man den Fehler ganz ohne Rechnen bemerken?</translation>
    </message>
    <message>
        <source>What would you like to differentiate?</source>
        <translation>Was möchten Sie ableiten?</translation>
    </message>
    <message>
        <source>What you derive is kept here.</source>
        <translation>Was abgeleitet wird, bleibt hier aufgehoben.</translation>
    </message>
    <message>
        <source>What you had begun cannot be read: {0}.</source>
        <translation>Das Begonnene kann nicht gelesen werden: {0}.</translation>
    </message>
    <message>
        <source>What you had begun cannot be taken up again: its file is damaged or of another version.</source>
        <translation>Das Begonnene kann nicht fortgesetzt werden: Seine Datei ist beschädigt oder von einer anderen Version.</translation>
    </message>
    <message>
        <source>What you have begun cannot be saved: {0}.</source>
        <translation>Das Begonnene kann nicht gespeichert werden: {0}.</translation>
    </message>
    <message>
        <source>What {X} is divided by does not depend on it: the division stays.</source>
        <translation>Wodurch {X} geteilt wird, hängt nicht davon ab: Die Division bleibt.</translation>
    </message>
    <message>
        <source>What {names} stand for is said once, for the whole.</source>
        <translation>Wofür {names} stehen, wird einmal für das Ganze gesagt.</translation>
    </message>
    <message>
        <source>What {names} stands for is said once, for the whole.</source>
        <translation>Wofür {names} steht, wird einmal für das Ganze gesagt.</translation>
    </message>
    <message>
        <source>When a vector is scaled by a scalar that itself changes, there are two contributions; the second is a column times a row.</source>
        <translation>Wird ein Vektor mit einem Skalar skaliert, der sich selbst ändert, gibt es zwei Beiträge; der zweite ist eine Spalte mal eine Zeile.</translation>
    </message>
    <message>
        <source>When every entry of the Jacobian has a factor δ_ij, only its diagonal is not zero. This is so for all element-wise operations.</source>
        <translation>Wenn jeder Eintrag der Jacobi-Matrix einen Faktor δ_ij hat, ist nur ihre Diagonale nicht null. Das ist bei allen elementweisen Operationen so.</translation>
    </message>
    <message>
        <source>When one function sits inside another, as {x^2} sits inside {ln(x^2)}, the outer one only sees its argument. It answers with its own rate, taken at that argument, and the argument contributes the rate at which it moves itself. The two rates multiply. A later lesson gives this a name and takes it apart properly.</source>
        <translation>Wenn eine Funktion in einer anderen steckt, so wie {x^2} in {ln(x^2)}, sieht die äußere nur ihr Argument. Sie antwortet mit ihrer eigenen Rate, genommen an diesem Argument, und das Argument trägt die Rate bei, mit der es sich selbst bewegt. Die beiden Raten multiplizieren sich. Eine spätere Lektion gibt dem einen Namen und nimmt es richtig auseinander.</translation>
    </message>
    <message>
        <source>When one thing is taken away from another, their rates of change are subtracted too.</source>
        <translation>Wenn eines vom anderen abgezogen wird, werden auch die Änderungsraten abgezogen.</translation>
    </message>
    <message>
        <source>When several things are added, their rates of change add up too.</source>
        <translation>Wenn mehreres addiert wird, addieren sich auch die Änderungsraten.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Where a condition holds, what it says of two sides also decides other comparisons of the two.</source>
        <translation>Wo eine Bedingung gilt, entscheidet das, was sie über zwei Seiten sagt, auch andere Vergleiche der beiden.</translation>
    </message>
    <message>
        <source>Where a number is among the factors, its power is a number in front.</source>
        <translation>Wo eine Zahl unter den Faktoren ist, steht ihre Potenz als Zahl davor.</translation>
    </message>
    <message>
        <source>Where does the derivative vanish? And what changes if one number stands in two places?</source>
        <translation>Wo verschwindet die Ableitung? Und was ändert sich, wenn eine Zahl an zwei Stellen steht?</translation>
    </message>
    <message>
        <source>Where entry {i} of the value depends on entry {i} of the variable and on no other, the Jacobian is diagonal, and its diagonal holds the scalar derivatives of the entries.</source>
        <translation>Wo Eintrag {i} des Werts von Eintrag {i} der Variable abhängt und von keinem anderen, ist die Jacobi-Matrix diagonal, und ihre Diagonale enthält die skalaren Ableitungen der Einträge.</translation>
    </message>
    <message>
        <source>Where is the trace if the function is a product of a row, a matrix and a column? It is there already: a number is a matrix with one row and one column, and its own trace.</source>
        <translation>Wo ist die Spur, wenn die Funktion ein Produkt aus einer Zeile, einer Matrix und einer Spalte ist? Sie ist schon da: Eine Zahl ist eine Matrix mit einer Zeile und einer Spalte, und ihre eigene Spur.</translation>
    </message>
    <message>
        <source>Where the diagonal matrix is all that there is, its entries in view say most.</source>
        <translation>Wo die Diagonalmatrix alles ist, was dasteht, sagen ihre sichtbaren Einträge am meisten.</translation>
    </message>
    <message>
        <source>Where the secant is used, its powers are written with it.</source>
        <translation>Wo der Sekans vorkommt, werden seine Potenzen mit ihm geschrieben.</translation>
    </message>
    <message>
        <source>Where the switch is off the product is zero, whatever the maximum is there.</source>
        <translation>Wo der Schalter aus ist, ist das Produkt null, was immer das Maximum dort ist.</translation>
    </message>
    <message>
        <source>Where there is room</source>
        <translation>Wo Platz ist</translation>
    </message>
    <message>
        <source>Where this leaves the identity matrix bare, the bracket shows what is taken away from it.</source>
        <translation>Wo dadurch die Einheitsmatrix allein steht, zeigt die Klammer, was von ihr abgezogen wird.</translation>
    </message>
    <message>
        <source>Where {condition} holds, {function} is {value}.</source>
        <translation>Wo {condition} gilt, ist {function} gleich {value}.</translation>
    </message>
    <message>
        <source>Where {fact} holds, {value} stands for {part}.</source>
        <translation>Wo {fact} gilt, steht {value} für {part}.</translation>
    </message>
    <message>
        <source>Where {u} and {v} differ, the second switch is on exactly where the first is off.</source>
        <translation>Wo sich {u} und {v} unterscheiden, ist der zweite Schalter genau dort an, wo der erste aus ist.</translation>
    </message>
    <message>
        <source>Where {x} is used together with intermediate variables, it gets a name of its own as well, {u}: then every term of the chain rule has the same form.</source>
        <translation>Wo {x} neben Zwischenvariablen verwendet wird, bekommt es auch einen eigenen Namen, {u}: Dann hat jeder Term der Kettenregel dieselbe Form.</translation>
    </message>
    <message>
        <source>Wherever it occurs, {term} gets the name {name}</source>
        <translation>Wo immer es vorkommt, bekommt {term} den Namen {name}</translation>
    </message>
    <message>
        <source>Whether the lessons are shown on the left.</source>
        <translation>Ob die Lektionen links stehen.</translation>
    </message>
    <message>
        <source>Which case applies does not depend on the variables: the others are left out.</source>
        <translation>Welcher Fall gilt, hängt nicht von den Variablen ab: die anderen entfallen.</translation>
    </message>
    <message>
        <source>Which case holds does not depend on the order in which entries stand.</source>
        <translation>Welcher Fall gilt, hängt nicht davon ab, in welcher Reihenfolge die Einträge stehen.</translation>
    </message>
    <message>
        <source>Which of the three would you use for {sin(x^2) + x}, and what would the first one leave out?</source>
        <translation>Welche der drei würdest du für {sin(x^2) + x} nehmen, und was ließe die erste aus?</translation>
    </message>
    <message>
        <source>Which of the two cases applies, and what does it say about the direction in which {w} should move?</source>
        <translation>Welcher der beiden Fälle gilt, und was sagt er über die Richtung, in die sich {w} bewegen soll?</translation>
    </message>
    <message>
        <source>Which rule comes next?</source>
        <translation>Welche Regel kommt als nächste?</translation>
    </message>
    <message>
        <source>Which steps get a line of their own; D opens what is merged.</source>
        <translation>Welche Schritte eine eigene Zeile bekommen; D öffnet, was zusammengefasst ist.</translation>
    </message>
    <message>
        <source>Which weight of the state would keep the slope at zero equal to 1 for any number of steps? What goes wrong with a larger one?</source>
        <translation>Welches Gewicht des Zustands hielte die Steigung bei null für jede Zahl von Schritten gleich 1? Was geht mit einem größeren schief?</translation>
    </message>
    <message>
        <source>Which?</source>
        <translation>Was stimmt?</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Why are the comparisons divided by the root of {d} before the softmax? Think of what its Jacobian looks like when one share is nearly 1.</source>
        <translation>Warum werden die Vergleiche vor dem Softmax durch die Wurzel von {d} geteilt? Überleg, wie seine Jacobi-Matrix aussieht, wenn ein Anteil fast 1 ist.</translation>
    </message>
    <message>
        <source>Why may {d(y)/d(u)} still contain {u} when you multiply, although the answer is wanted in terms of {x}?</source>
        <translation>Warum darf {d(y)/d(u)} beim Multiplizieren noch {u} enthalten, obwohl die Antwort in {x} gefragt ist?</translation>
    </message>
    <message>
        <source>Why this step is allowed</source>
        <translation>Warum dieser Schritt erlaubt ist</translation>
    </message>
    <message>
        <source>With a matrix of full rank added, such as the identity, it would have one.</source>
        <translation>Mit einer addierten Matrix von vollem Rang, etwa der Einheitsmatrix, hätte es einen.</translation>
    </message>
    <message>
        <source>With a vector {x} of {n} entries and a function with {m} entries, nobody can write out every partial derivative, but everybody can write the one in row {i} and column {j}: {∂(f_i)/∂(x_j)}. The dots between the corners of the matrix stand for the rest. This one line is the definition on which all later lessons stand.</source>
        <translation>Bei einem Vektor {x} mit {n} Einträgen und einer Funktion mit {m} Einträgen kann niemand jede partielle Ableitung ausschreiben, aber jeder kann die in Zeile {i} und Spalte {j} hinschreiben: {∂(f_i)/∂(x_j)}. Die Punkte zwischen den Ecken der Matrix stehen für den Rest. Diese eine Zeile ist die Definition, auf der alle späteren Lektionen stehen.</translation>
    </message>
    <message>
        <source>With layers instead of numbers nothing new happens. One sweep goes back through the steps of time, which is why this is called backpropagation through time.</source>
        <translation>Mit Schichten statt Zahlen geschieht nichts Neues. Ein Durchgang geht durch die Zeitschritte zurück, deshalb heißt das Backpropagation durch die Zeit.</translation>
    </message>
    <message>
        <source>With more layers there are more lines, and nothing else. Number the intermediate variables in the order in which a computer would work them out. Every local derivative may use the names that exist so far; they go away only in the last phase.</source>
        <translation>Mit mehr Schichten gibt es mehr Zeilen, sonst nichts. Nummeriere die Zwischenvariablen in der Reihenfolge, in der ein Rechner sie ausrechnen würde. Jede lokale Ableitung darf die Namen benutzen, die es bis dahin gibt; sie verschwinden erst in der letzten Phase.</translation>
    </message>
    <message>
        <source>With respect &amp;to</source>
        <translation>&amp;Nach</translation>
    </message>
    <message>
        <source>With respect to the bias of the second layer</source>
        <translation>Nach dem Bias der zweiten Schicht</translation>
    </message>
    <message>
        <source>With respect to the bias, the same steps lead to a scalar. The only difference is the last factor of the chain: how {w · X_i + b} reacts to {b} instead of {w}.</source>
        <translation>Nach dem Bias führen dieselben Schritte zu einem Skalar. Der einzige Unterschied ist der letzte Faktor der Kette: wie {w · X_i + b} auf {b} reagiert statt auf {w}.</translation>
    </message>
    <message>
        <source>With respect to the bias, with a name for the error</source>
        <translation>Nach dem Bias, mit einem Namen für den Fehler</translation>
    </message>
    <message>
        <source>With respect to the biases of the first layer</source>
        <translation>Nach den Biases der ersten Schicht</translation>
    </message>
    <message>
        <source>With respect to the covariance</source>
        <translation>Nach der Kovarianz</translation>
    </message>
    <message>
        <source>With respect to the numerator, the slope is one over the denominator; with respect to the denominator, it is minus the numerator over the square of the denominator, entry by entry.</source>
        <translation>Nach dem Zähler ist die Steigung eins durch den Nenner, nach dem Nenner minus der Zähler durch dessen Quadrat, Eintrag für Eintrag.</translation>
    </message>
    <message>
        <source>With respect to the precision</source>
        <translation>Nach der Präzision</translation>
    </message>
    <message>
        <source>With respect to the weights and to the bias, side by side</source>
        <translation>Nach den Gewichten und nach dem Bias, nebeneinander</translation>
    </message>
    <message>
        <source>With respect to the weights it is an outer product, a column times a row: the adjoint times the input. With respect to the bias it is the adjoint itself, written as a row, and with respect to the input a column: the weights times the adjoint.</source>
        <translation>Nach den Gewichten ist es ein äußeres Produkt, eine Spalte mal eine Zeile: die Adjungierte mal die Eingabe. Nach dem Bias ist es die Adjungierte selbst, als Zeile geschrieben, und nach der Eingabe eine Spalte: die Gewichte mal die Adjungierte.</translation>
    </message>
    <message>
        <source>With respect to the weights of the first layer</source>
        <translation>Nach den Gewichten der ersten Schicht</translation>
    </message>
    <message>
        <source>With respect to the weights of the second layer</source>
        <translation>Nach den Gewichten der zweiten Schicht</translation>
    </message>
    <message>
        <source>With respect to the weights, with a name for the error</source>
        <translation>Nach den Gewichten, mit einem Namen für den Fehler</translation>
    </message>
    <message>
        <source>With respect to {0}</source>
        <translation>Nach {0}</translation>
    </message>
    <message>
        <source>With respect to {x}:</source>
        <translation>Nach {x}:</translation>
    </message>
    <message>
        <source>With respect to {x}: {result}</source>
        <translation>Nach {x}: {result}</translation>
    </message>
    <message>
        <source>With respect to {z} it is different, and this is where care pays off. There is now a single variable, so the Jacobian has a single column, and {z} occurs in every entry of the value. No diagonal here: row {i} holds {∂(x_i + z)/∂(z)}, and every row has something to say.</source>
        <translation>Nach {z} ist es anders, und hier macht sich Sorgfalt bezahlt. Es gibt jetzt eine einzige Variable, also hat die Jacobi-Matrix eine einzige Spalte, und {z} kommt in jedem Eintrag des Werts vor. Hier gibt es keine Diagonale: Zeile {i} enthält {∂(x_i + z)/∂(z)}, und jede Zeile hat etwas zu sagen.</translation>
    </message>
    <message>
        <source>With respect to {z} the situation is reversed: {z} occurs in every term, so every term survives. The derivative is a scalar, and it collects a contribution from each entry.</source>
        <translation>Nach {z} ist es umgekehrt: {z} kommt in jedem Term vor, also bleibt jeder Term. Die Ableitung ist ein Skalar, und er sammelt von jedem Eintrag einen Beitrag.</translation>
    </message>
    <message>
        <source>With several arguments that depend on the variable, each contributes one such term.</source>
        <translation>Bei mehreren Argumenten, die von der Variable abhängen, trägt jedes einen solchen Term bei.</translation>
    </message>
    <message>
        <source>With that reading there is nothing new about the derivative with respect to {x}: it is the derivative of an element-wise operation, and its Jacobian is diagonal.</source>
        <translation>So gelesen ist an der Ableitung nach {x} nichts neu: Sie ist die Ableitung einer elementweisen Operation, und ihre Jacobi-Matrix ist diagonal.</translation>
    </message>
    <message>
        <source>With the names that were given, because without them the function is long.</source>
        <translation>Mit den gegebenen Namen, weil die Funktion ohne sie lang ist.</translation>
    </message>
    <message>
        <source>With two weights and the bias there are three numbers to step in, and a landscape over three numbers cannot be drawn. So let the bias stay where it belongs, at a half, and let only the two weights step. Now the loss is a height over a plane, and the descent is a way over that plane.</source>
        <translation>Mit zwei Gewichten und dem Bias sind es drei Zahlen, die sich mit jedem Schritt ändern, und eine Landschaft über drei Zahlen lässt sich nicht zeichnen. Also bleibe der Bias, wo er hingehört, bei einhalb, und nur die beiden Gewichte gehen Schritte. Jetzt ist der Verlust eine Höhe über einer Ebene, und der Abstieg ist ein Weg über diese Ebene.</translation>
    </message>
    <message>
        <source>With {names}, the chain rule adds a term for each argument of {f} that changes with {x}.</source>
        <translation>Mit {names} addiert die Kettenregel einen Summanden für jedes Argument von {f}, das sich mit {x} ändert.</translation>
    </message>
    <message>
        <source>With {names}, the chain rule multiplies along each path from {x} to {y} and adds over the paths.</source>
        <translation>Mit {names} multipliziert die Kettenregel entlang jedes Weges von {x} nach {y} und addiert über die Wege.</translation>
    </message>
    <message>
        <source>With {names}, the chain rule multiplies the derivative of {inner} with respect to {u} by that of {g}.</source>
        <translation>Mit {names} multipliziert die Kettenregel die Ableitung von {inner} nach {u} mit der von {g}.</translation>
    </message>
    <message>
        <source>With {names}, the chain rule multiplies the derivatives from {y} back to {x}.</source>
        <translation>Mit {names} multipliziert die Kettenregel die Ableitungen von {y} zurück bis {x}.</translation>
    </message>
    <message>
        <source>With {values}.</source>
        <translation>Mit {values}.</translation>
    </message>
    <message>
        <source>Within one case the function is that case&apos;s formula. At a boundary the formulas may meet in a kink or a jump.</source>
        <translation>Innerhalb eines Falls ist die Funktion die Formel dieses Falls. An einer Grenze können die Formeln in einem Knick oder einem Sprung zusammentreffen.</translation>
    </message>
    <message>
        <source>Without knowing the function this is as far as it goes: every entry of the value may depend on every {x_j}.</source>
        <translation>Ohne die Funktion zu kennen, kommt man nur bis hierher: Jeder Eintrag des Werts kann von jedem {x_j} abhängen.</translation>
    </message>
    <message>
        <source>Without the symmetry two different terms would remain. The difference is turned round, {m - x} for {x - m}: the mean is subtracted, and the minus sign comes from inside.</source>
        <translation>Ohne die Symmetrie blieben zwei verschiedene Terme. Die Differenz ist umgedreht, {m - x} statt {x - m}: Der Mittelwert wird abgezogen, und das Minuszeichen kommt von innen.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>Words of an earlier problem</source>
        <translation>Wörter einer früheren Aufgabe</translation>
    </message>
    <message>
        <source>Work from the inside. The dot product {w · x} is an element-wise product followed by a sum: {u = w ⊗ x}, {y = sum(u)}. You have met the Jacobians of both. The vector chain rule multiplies a row of ones by a diagonal matrix.</source>
        <translation>Arbeite von innen nach außen. Das Skalarprodukt {w · x} ist ein elementweises Produkt und danach eine Summe: {u = w ⊗ x}, {y = sum(u)}. Die Jacobi-Matrizen von beiden kennst du schon. Die Vektor-Kettenregel multipliziert eine Zeile von Einsen mit einer Diagonalmatrix.</translation>
    </message>
    <message>
        <source>Working …</source>
        <translation>Wird ausgerechnet …</translation>
    </message>
    <message>
        <source>Worksheet</source>
        <translation>Arbeitsblatt</translation>
    </message>
    <message>
        <source>Write Linear(4, 8) or Linear(n, 4*n).</source>
        <translation>Schreiben Sie Linear(4, 8) oder Linear(n, 4*n).</translation>
    </message>
    <message>
        <source>Write Linear(4, 8) or Linear(n, m).</source>
        <translation>Schreiben Sie Linear(4, 8) oder Linear(n, m).</translation>
    </message>
    <message>
        <source>Write \cdot for the dot product, \odot for the element-wise product; the cross product is not part of the language.</source>
        <translation>\cdot für das Skalarprodukt, \odot für das elementweise Produkt schreiben; das Kreuzprodukt gehört nicht zur Sprache.</translation>
    </message>
    <message>
        <source>Write a list with square brackets: [a, b]. (x, y) only names the variables of differentiation.</source>
        <translation>Eine Liste mit eckigen Klammern schreiben: [a, b]. (x, y) nennt nur Variablen, nach denen abgeleitet wird.</translation>
    </message>
    <message>
        <source>Write a name, such as u_1, before the =.</source>
        <translation>Vor das = einen Namen schreiben, zum Beispiel u_1.</translation>
    </message>
    <message>
        <source>Write a percentage as a number, 0.05 for 5 %; remainders are not part of the language.</source>
        <translation>Eine Prozentangabe als Zahl schreiben, 0.05 für 5 %; Reste gehören nicht zur Sprache.</translation>
    </message>
    <message>
        <source>Write a product with a scalar without a sign: t A.</source>
        <translation>Schreibe ein Produkt mit einem Skalar ohne Zeichen: t A.</translation>
    </message>
    <message>
        <source>Write a sum with its limits: \sum_{i=1}^{n} x_i.</source>
        <translation>Eine Summe mit ihren Grenzen schreiben: \sum_{i=1}^{n} x_i.</translation>
    </message>
    <message>
        <source>Write an index below: W_1, y_i; for a power leave the brackets out.</source>
        <translation>Schreibe einen Index nach unten: W_1, y_i; für eine Potenz lass die Klammern weg.</translation>
    </message>
    <message>
        <source>Write arc{0} or 1/{0}(x).</source>
        <translation>arc{0} oder 1/{0}(x) schreiben.</translation>
    </message>
    <message>
        <source>Write cases(0 if z &lt;= 0, z if z &gt; 0).</source>
        <translation>cases(0 if z &lt;= 0, z if z &gt; 0) schreiben.</translation>
    </message>
    <message>
        <source>Write cases(0 if z &lt;= 0, z if z &gt; 0); the last condition may be “otherwise”.</source>
        <translation>cases(0 if z &lt;= 0, z if z &gt; 0) schreiben; die letzte Bedingung kann „otherwise“ sein.</translation>
    </message>
    <message>
        <source>Write choices = [&quot;{m} × {n}&quot;, &quot;{n} × {m}&quot;].</source>
        <translation>Schreiben Sie choices = [&quot;{m} × {n}&quot;, &quot;{n} × {m}&quot;].</translation>
    </message>
    <message>
        <source>Write d({0}(x))/d(x) for the derivative, {0}&apos; * (…) for the transpose times a bracket.</source>
        <translation>d({0}(x))/d(x) für die Ableitung schreiben, {0}&apos; * (…) für die Transponierte mal eine Klammer.</translation>
    </message>
    <message>
        <source>Write d({0}(x))/d(x) for the derivative.</source>
        <translation>d({0}(x))/d(x) für die Ableitung schreiben.</translation>
    </message>
    <message>
        <source>Write def f(x): and the lines of the function.</source>
        <translation>Schreibe def f(x): und die Zeilen der Funktion.</translation>
    </message>
    <message>
        <source>Write delta(i, j).</source>
        <translation>delta(i, j) schreiben.</translation>
    </message>
    <message>
        <source>Write det(X) inv(X) for the adjugate of an invertible matrix.</source>
        <translation>Schreibe det(X) inv(X) für die Adjunkte einer invertierbaren Matrix.</translation>
    </message>
    <message>
        <source>Write det(X) inv(X)&apos; for the cofactors of an invertible matrix.</source>
        <translation>Schreiben Sie det(X) inv(X)&apos; für die Kofaktoren einer invertierbaren Matrix.</translation>
    </message>
    <message>
        <source>Write differential(A @ X, X) for the change of A X with X.</source>
        <translation>Schreiben Sie differential(A @ X, X) für die Änderung von A X mit X.</translation>
    </message>
    <message>
        <source>Write differential(A @ X, X).</source>
        <translation>Schreiben Sie differential(A @ X, X).</translation>
    </message>
    <message>
        <source>Write down the differential of an expression with matrices, and read the derivative off it.</source>
        <translation>Das Differential eines Ausdrucks mit Matrizen aufschreiben und die Ableitung daran ablesen.</translation>
    </message>
    <message>
        <source>Write each part with a name of its own.</source>
        <translation>Schreibe jeden Teil mit einem eigenen Namen.</translation>
    </message>
    <message>
        <source>Write entries = [[&quot;{x&apos;}&quot;, &quot;the transpose of {x}&quot;]].</source>
        <translation>entries = [[&quot;{x\&apos;}&quot;, &quot;die Transponierte von {x}&quot;]] schreiben.</translation>
    </message>
    <message>
        <source>Write formulas as {x^2}, and braces themselves as \{ and \}.</source>
        <translation>Formeln als {x^2} schreiben, geschweifte Klammern selbst als \{ und \}.</translation>
    </message>
    <message>
        <source>Write grade = 2.</source>
        <translation>Schreiben Sie grade = 2.</translation>
    </message>
    <message>
        <source>Write it as a sum: sum(i=1..n, sum(j=1..n, A_{i,j} x_j)).</source>
        <translation>Schreiben Sie es als Summe: sum(i=1..n, sum(j=1..n, A_{i,j} x_j)).</translation>
    </message>
    <message>
        <source>Write it in front of the function that is differentiated: d²/dx² (x^4).</source>
        <translation>Schreiben Sie sie vor die Funktion, die abgeleitet wird: d²/dx² (x^4).</translation>
    </message>
    <message>
        <source>Write it inside a sum or a grid, such as sum({0}=1..{1}, …).</source>
        <translation>In eine Summe oder ein Raster schreiben, zum Beispiel sum({0}=1..{1}, …).</translation>
    </message>
    <message>
        <source>Write it with functions that the language has.</source>
        <translation>Mit Funktionen schreiben, die die Sprache hat.</translation>
    </message>
    <message>
        <source>Write lambda x: x**2.</source>
        <translation>Schreibe lambda x: x**2.</translation>
    </message>
    <message>
        <source>Write ln(x)/ln({0}).</source>
        <translation>ln(x)/ln({0}) schreiben.</translation>
    </message>
    <message>
        <source>Write log_2(x).</source>
        <translation>Schreibe log_2(x).</translation>
    </message>
    <message>
        <source>Write max(0, x) for the positive part, inv(A&apos; A) A&apos; for the pseudo-inverse of a matrix.</source>
        <translation>Schreibe max(0, x) für den positiven Teil, inv(A&apos; A) A&apos; für die Pseudoinverse einer Matrix.</translation>
    </message>
    <message>
        <source>Write max(abs(x)) for the largest of the absolute values.</source>
        <translation>Schreibe max(abs(x)) für den größten der Beträge.</translation>
    </message>
    <message>
        <source>Write model(X).</source>
        <translation>Schreiben Sie model(X).</translation>
    </message>
    <message>
        <source>Write n! or (n - k)!; of a product of every second number no derivative is known here.</source>
        <translation>Schreiben Sie n! oder (n - k)!; von einem Produkt jeder zweiten Zahl ist hier keine Ableitung bekannt.</translation>
    </message>
    <message>
        <source>Write norm(X) for the root of the sum of squares, abs(X) for the absolute values.</source>
        <translation>Schreibe norm(X) für die Wurzel der Summe der Quadrate, abs(X) für die Beträge.</translation>
    </message>
    <message>
        <source>Write norm(X) or norm_F(X) for the Frobenius norm, sum(abs(X)) for the sum of the absolute values.</source>
        <translation>norm(X) oder norm_F(X) ist die Frobeniusnorm, sum(abs(X)) die Summe der Beträge.</translation>
    </message>
    <message>
        <source>Write ones(m) ones(n)&apos; or zeros(m, n).</source>
        <translation>Zu schreiben ist ones(m) ones(n)&apos; oder zeros(m, n).</translation>
    </message>
    <message>
        <source>Write ones(n) or zeros(n).</source>
        <translation>ones(n) oder zeros(n) schreiben.</translation>
    </message>
    <message>
        <source>Write order = 2 for the Hessian.</source>
        <translation>Schreiben Sie order = 2 für die Hesse-Matrix.</translation>
    </message>
    <message>
        <source>Write order=2 for the Hessian.</source>
        <translation>Schreiben Sie order=2 für die Hesse-Matrix.</translation>
    </message>
    <message>
        <source>Write out its layers.</source>
        <translation>Schreiben Sie seine Schichten aus.</translation>
    </message>
    <message>
        <source>Write right = 1 to {0}.</source>
        <translation>Schreiben Sie right = 1 bis {0}.</translation>
    </message>
    <message>
        <source>Write shape=w:n.</source>
        <translation>Schreiben Sie shape=w:n.</translation>
    </message>
    <message>
        <source>Write shapes = { w = &quot;n&quot;, b = &quot;scalar&quot; }.</source>
        <translation>shapes = { w = &quot;n&quot;, b = &quot;scalar&quot; } schreiben.</translation>
    </message>
    <message>
        <source>Write sigmoid(x) for the logistic function, sign(x) for the sign.</source>
        <translation>Schreiben Sie sigmoid(x) für die logistische Funktion, sign(x) für das Vorzeichen.</translation>
    </message>
    <message>
        <source>Write something, or remove the field.</source>
        <translation>Etwas schreiben oder das Feld entfernen.</translation>
    </message>
    <message>
        <source>Write step_size = 0.1.</source>
        <translation>step_size = 0.1 schreiben.</translation>
    </message>
    <message>
        <source>Write steps = 10.</source>
        <translation>steps = 10 schreiben.</translation>
    </message>
    <message>
        <source>Write such a Jacobian from the derivative of a single entry.</source>
        <translation>Eine solche Jacobi-Matrix aus der Ableitung eines einzelnen Eintrags aufschreiben.</translation>
    </message>
    <message>
        <source>Write sum(i=1..N, x_i).</source>
        <translation>sum(i=1..N, x_i) schreiben.</translation>
    </message>
    <message>
        <source>Write the case that is meant, or compare: a if x &gt; 0 else b.</source>
        <translation>Schreibe den gemeinten Fall, oder vergleiche: a if x &gt; 0 else b.</translation>
    </message>
    <message>
        <source>Write the differential of each. In which of them does {differential(X)} meet {X}, and in which its transpose?</source>
        <translation>Schreib beide Differentiale auf. In welchem trifft {differential(X)} auf {X}, in welchem auf die Transponierte?</translation>
    </message>
    <message>
        <source>Write the entry with its indices: x_i, W_{i,j}.</source>
        <translation>Den Eintrag mit seinen Indizes schreiben: x_i, W_{i,j}.</translation>
    </message>
    <message>
        <source>Write the expression for all entries at once: x**2, or as a sum over an index: sum(i=1..n, x_i^2).</source>
        <translation>Schreiben Sie den Ausdruck für alle Einträge auf einmal: x**2, oder als Summe über einen Index: sum(i=1..n, x_i^2).</translation>
    </message>
    <message>
        <source>Write the function with the shape that it needs: declare it behind “where”, as x: n or X: m x n.</source>
        <translation>Schreibe die Funktion mit der Form, die sie braucht: Gib sie hinter „where“ an, als x: n oder X: m x n.</translation>
    </message>
    <message>
        <source>Write the mean over the samples: 1/N sum(i=1..N, …).</source>
        <translation>Schreibe das Mittel über die Beispiele: 1/N sum(i=1..N, …).</translation>
    </message>
    <message>
        <source>Write the new value with a name of its own.</source>
        <translation>Den neuen Wert unter einem eigenen Namen schreiben.</translation>
    </message>
    <message>
        <source>Write the reduction as a sum</source>
        <translation>Die Reduktion als Summe schreiben</translation>
    </message>
    <message>
        <source>Write the sum with slices, as code does: np.sum((x[1:] - x[:-1])**2).</source>
        <translation>Schreiben Sie die Summe mit Ausschnitten, wie in Code: np.sum((x[1:] - x[:-1])**2).</translation>
    </message>
    <message>
        <source>Write var(x) for the mean of the squares, var(x, 1) for the estimate from a sample.</source>
        <translation>Schreibe var(x) für das Mittel der Quadrate, var(x, 1) für die Schätzung aus einer Stichprobe.</translation>
    </message>
    <message>
        <source>Write w · x for the dot product, w ⊗ x for the element-wise product, W @ x for the matrix product.</source>
        <translation>w · x für das Skalarprodukt, w ⊗ x für das elementweise Produkt, W @ x für das Matrixprodukt schreiben.</translation>
    </message>
    <message>
        <source>Write w ⊘ x for the element-wise quotient.</source>
        <translation>w ⊘ x für den elementweisen Quotienten schreiben.</translation>
    </message>
    <message>
        <source>Write what you think</source>
        <translation>Schreiben Sie, was Sie denken</translation>
    </message>
    <message>
        <source>Write what you think, in a few words.</source>
        <translation>Schreiben Sie in wenigen Worten, was Sie denken.</translation>
    </message>
    <message>
        <source>Write what {0} stands for where it is used.</source>
        <translation>Dort, wo {0} benutzt wird, schreiben, wofür es steht.</translation>
    </message>
    <message>
        <source>Write with = [&quot;b&quot;].</source>
        <translation>with = [&quot;b&quot;] schreiben.</translation>
    </message>
    <message>
        <source>Write x&apos; for the transpose.</source>
        <translation>x&apos; für die Transponierte schreiben.</translation>
    </message>
    <message>
        <source>Write y = … .</source>
        <translation>y = … schreiben.</translation>
    </message>
    <message>
        <source>Write {0} * {1} for a product, {0}^{1} for a power, {0}_{1} for an entry.</source>
        <translation>{0} * {1} für ein Produkt, {0}^{1} für eine Potenz, {0}_{1} für einen Eintrag schreiben.</translation>
    </message>
    <message>
        <source>Write {0} * {1} for a product, {0}^{1} for a power.</source>
        <translation>{0} * {1} für ein Produkt, {0}^{1} für eine Potenz schreiben.</translation>
    </message>
    <message>
        <source>Write {0} .^ {1} for the power of every entry, or a whole number such as {0}^3 for a product.</source>
        <translation>{0} .^ {1} ist die Potenz jedes Eintrags, ein ganzer Exponent wie in {0}^3 ein Produkt.</translation>
    </message>
    <message>
        <source>Write {0} .^ {1} for the power of every entry, {0}&apos; {0} or {0} {0}&apos; for a product of matrices.</source>
        <translation>Schreibe {0} .^ {1} für die Potenz jedes Eintrags, {0}&apos; {0} oder {0} {0}&apos; für ein Produkt von Matrizen.</translation>
    </message>
    <message>
        <source>Write {0} .^ {1} for the power of every entry.</source>
        <translation>{0} .^ {1} ist die Potenz jedes Eintrags.</translation>
    </message>
    <message>
        <source>Write {0} = [&quot;…&quot;, &quot;…&quot;].</source>
        <translation>{0} = [&quot;…&quot;, &quot;…&quot;] schreiben.</translation>
    </message>
    <message>
        <source>Write {0} = {{ n = 5 }}.</source>
        <translation>{0} = {{ n = 5 }} schreiben.</translation>
    </message>
    <message>
        <source>Write {0} @ {1} for the matrix product, {0} ⊗ {1} for the product entry by entry.</source>
        <translation>{0} @ {1} für das Matrixprodukt, {0} ⊗ {1} für das elementweise Produkt schreiben.</translation>
    </message>
    <message>
        <source>Write {0} n x n.</source>
        <translation>Zu schreiben ist {0} n x n.</translation>
    </message>
    <message>
        <source>Write {0} with its index.</source>
        <translation>{0} mit seinem Index schreiben.</translation>
    </message>
    <message>
        <source>Write {0} {1}&apos; for the outer product.</source>
        <translation>Für das äußere Produkt {0} {1}&apos; schreiben.</translation>
    </message>
    <message>
        <source>Write {0}(n) or {0}(3).</source>
        <translation>{0}(n) oder {0}(3) schreiben.</translation>
    </message>
    <message>
        <source>Write {0}(n).</source>
        <translation>{0}(n) schreiben.</translation>
    </message>
    <message>
        <source>Write {0}(u, v), or {0}(x) for a vector x.</source>
        <translation>Schreibe {0}(u, v), oder {0}(x) für einen Vektor x.</translation>
    </message>
    <message>
        <source>Write {0}(x) * {1}(x) for the product.</source>
        <translation>Schreiben Sie {0}(x) * {1}(x) für das Produkt.</translation>
    </message>
    <message>
        <source>Write {0}(x).</source>
        <translation>{0}(x) schreiben.</translation>
    </message>
    <message>
        <source>Write {0}(x)^2 for a power of the value, 1/{0}(x) for 1 over it.</source>
        <translation>{0}(x)^2 für eine Potenz des Werts, 1/{0}(x) für den Kehrwert schreiben.</translation>
    </message>
    <message>
        <source>Write {0}({1}).</source>
        <translation>{0}({1}) schreiben.</translation>
    </message>
    <message>
        <source>Write {0}(…) with the arguments in brackets.</source>
        <translation>{0}(…) mit den Argumenten in Klammern schreiben.</translation>
    </message>
    <message>
        <source>Write {0}.</source>
        <translation>{0} schreiben.</translation>
    </message>
    <message>
        <source>Write |x| for an absolute value or a length; abs(x) and norm(x) mean the same.</source>
        <translation>|x| für einen Betrag oder eine Länge schreiben; abs(x) und norm(x) bedeuten dasselbe.</translation>
    </message>
    <message>
        <source>Write Σ_{i=1}^{N} x_i, or sum(i=1..N, x_i).</source>
        <translation>Σ_{i=1}^{N} x_i oder sum(i=1..N, x_i) schreiben.</translation>
    </message>
    <message>
        <source>Write … where u = x^2, with a name to the left of “=”.</source>
        <translation>… where u = x^2 schreiben, mit einem Namen links von „=“.</translation>
    </message>
    <message>
        <source>Write ⊘ (in ASCII ./) for the quotient entry by entry of two values of one shape.</source>
        <translation>⊘ (in ASCII ./) für den elementweisen Quotienten zweier Werte gleicher Form schreiben.</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>Geschrieben: {0}</translation>
    </message>
    <message>
        <source>You could multiply out {9(x + x^2)} before differentiating. Does the order of the two pieces of work matter?</source>
        <translation>Man könnte {9(x + x^2)} vor dem Ableiten ausmultiplizieren. Kommt es auf die Reihenfolge der beiden Arbeiten an?</translation>
    </message>
    <message>
        <source>You would get {2 x}, and at {x = 1} that says 2. In truth {x^2 x} grows by about 3 for each unit there, as the values at 1 and 1.01 show.</source>
        <translation>Sie erhielten {2 x}, und bei {x = 1} sagt das 2. In Wahrheit wächst {x^2 x} dort um etwa 3 je Einheit, wie die Werte bei 1 und 1,01 zeigen.</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Deine Antwort</translation>
    </message>
    <message>
        <source>Your answers cannot be saved: {0}.</source>
        <translation>Ihre Antworten lassen sich nicht speichern: {0}.</translation>
    </message>
    <message>
        <source>Your earlier answers cannot be read: {0}.</source>
        <translation>Ihre früheren Antworten lassen sich nicht lesen: {0}.</translation>
    </message>
    <message>
        <source>Your reading progress cannot be looked up: {0}.</source>
        <translation>Der Lesefortschritt lässt sich nicht nachsehen: {0}.</translation>
    </message>
    <message>
        <source>Your reading progress cannot be saved: {0}.</source>
        <translation>Der Lesefortschritt lässt sich nicht speichern: {0}.</translation>
    </message>
    <message>
        <source>Your reading progress was saved by a newer version of the program; it is left as it is.</source>
        <translation>Der Lesefortschritt wurde von einer neueren Version des Programms gespeichert; er bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Your slides</source>
        <translation>Ihre Folien</translation>
    </message>
    <message>
        <source>Your slides of the lesson “{0}”</source>
        <translation>Ihre Folien der Lektion „{0}“</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>Null</translation>
    </message>
    <message>
        <source>Zero divided by anything is zero.</source>
        <translation>Null geteilt durch irgendetwas ist null.</translation>
    </message>
    <message>
        <source>Zero has no sign.</source>
        <translation>Null hat kein Vorzeichen.</translation>
    </message>
    <message>
        <source>Zero matrix as a factor</source>
        <translation>Nullmatrix als Faktor</translation>
    </message>
    <message>
        <source>Zero times anything is zero, with the shape of the product.</source>
        <translation>Null mal irgendetwas ist null, mit der Form des Produkts.</translation>
    </message>
    <message>
        <source>Zero times anything is zero.</source>
        <translation>Null mal irgendetwas ist null.</translation>
    </message>
    <message>
        <source>[w, b] stacks values, [[w&apos;, b]] puts them side by side; sides that touch must match.</source>
        <translation>[w, b] setzt Werte untereinander, [[w&apos;, b]] nebeneinander; Seiten, die sich berühren, sind gleich lang.</translation>
    </message>
    <message>
        <source>\times could mean several products</source>
        <translation>\times könnte mehrere Produkte bedeuten</translation>
    </message>
    <message>
        <source>a &gt; 0 does not depend on x</source>
        <translation>a &gt; 0 hängt nicht von x ab</translation>
    </message>
    <message>
        <source>a Jupyter notebook</source>
        <translation>Jupyter-Notebook</translation>
    </message>
    <message>
        <source>a Kronecker delta</source>
        <translation>ein Kronecker-Delta</translation>
    </message>
    <message>
        <source>a LaTeX article</source>
        <translation>LaTeX-Artikel</translation>
    </message>
    <message>
        <source>a Markdown text</source>
        <translation>Markdown-Text</translation>
    </message>
    <message>
        <source>a Markdown text with its figures</source>
        <translation>ein Markdown-Text mit seinen Abbildungen</translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>a Typst text</source>
        <translation>ein Typst-Text</translation>
    </message>
    <message>
        <source>a Word document</source>
        <translation>ein Word-Dokument</translation>
    </message>
    <message>
        <source>a and b do not depend on W</source>
        <translation>a und b hängen nicht von W ab</translation>
    </message>
    <message>
        <source>a backslash does not begin a command here</source>
        <translation>ein Rückstrich beginnt hier keinen Befehl</translation>
    </message>
    <message>
        <source>a brace is not closed</source>
        <translation>eine geschweifte Klammer ist nicht geschlossen</translation>
    </message>
    <message>
        <source>a bracket is not closed</source>
        <translation>eine Klammer wird nicht geschlossen</translation>
    </message>
    <message>
        <source>a bracket, brace or environment is not closed</source>
        <translation>eine Klammer oder Umgebung ist nicht geschlossen</translation>
    </message>
    <message>
        <source>a case has a value and a condition</source>
        <translation>ein Fall hat einen Wert und eine Bedingung</translation>
    </message>
    <message>
        <source>a colon is missing here</source>
        <translation>hier fehlt ein Doppelpunkt</translation>
    </message>
    <message>
        <source>a column given by its entries</source>
        <translation>eine Spalte, durch ihre Einträge gegeben</translation>
    </message>
    <message>
        <source>a column of {0}: {1}</source>
        <translation>eine Spalte von {0}: {1}</translation>
    </message>
    <message>
        <source>a commutation matrix</source>
        <translation>eine Kommutationsmatrix</translation>
    </message>
    <message>
        <source>a comparison</source>
        <translation>ein Vergleich</translation>
    </message>
    <message>
        <source>a condition</source>
        <translation>eine Bedingung</translation>
    </message>
    <message>
        <source>a deck of Anki cards</source>
        <translation>Stapel Anki-Karten</translation>
    </message>
    <message>
        <source>a declared name</source>
        <translation>ein vereinbarter Name</translation>
    </message>
    <message>
        <source>a definition gives a whole value, or a scalar for every index</source>
        <translation>eine Definition gibt einen ganzen Wert oder für jeden Index einen Skalar</translation>
    </message>
    <message>
        <source>a derivative</source>
        <translation>eine Ableitung</translation>
    </message>
    <message>
        <source>a derivative inside a formula is not read</source>
        <translation>eine Ableitung in einer Formel wird nicht gelesen</translation>
    </message>
    <message>
        <source>a derivative is taken with respect to a variable, an entry of one, or a tuple of scalars</source>
        <translation>abgeleitet wird nach einer Variable, einem ihrer Einträge oder einem Tupel von Skalaren</translation>
    </message>
    <message>
        <source>a derivative still to be carried out</source>
        <translation>eine Ableitung, die noch auszuführen ist</translation>
    </message>
    <message>
        <source>a diagonal matrix</source>
        <translation>eine Diagonalmatrix</translation>
    </message>
    <message>
        <source>a differential</source>
        <translation>ein Differential</translation>
    </message>
    <message>
        <source>a differential has one variable</source>
        <translation>ein Differential hat eine Variable</translation>
    </message>
    <message>
        <source>a does not depend on X</source>
        <translation>a hängt nicht von X ab</translation>
    </message>
    <message>
        <source>a dot product</source>
        <translation>ein Skalarprodukt</translation>
    </message>
    <message>
        <source>a drawing (SVG)</source>
        <translation>Zeichnung (SVG)</translation>
    </message>
    <message>
        <source>a factorial stands behind one number, name or bracket</source>
        <translation>eine Fakultät steht hinter einer Zahl, einem Namen oder einer Klammer</translation>
    </message>
    <message>
        <source>a formula for Word</source>
        <translation>Formel für Word</translation>
    </message>
    <message>
        <source>a fraction in the bracket disappears, f ≠ 0</source>
        <translation>ein Bruch in der Klammer fällt weg, f ≠ 0</translation>
    </message>
    <message>
        <source>a function</source>
        <translation>eine Funktion</translation>
    </message>
    <message>
        <source>a graph begins at one variable; differentiate with respect to one of them</source>
        <translation>ein Graph beginnt bei einer Variable; nach einer davon ableiten</translation>
    </message>
    <message>
        <source>a group is empty</source>
        <translation>eine Gruppe ist leer</translation>
    </message>
    <message>
        <source>a group of fields</source>
        <translation>eine Gruppe von Feldern</translation>
    </message>
    <message>
        <source>a is a number</source>
        <translation>a ist eine Zahl</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a list above a name has no meaning here</source>
        <translation>eine Liste über einem Namen hat hier keine Bedeutung</translation>
    </message>
    <message>
        <source>a list of variables</source>
        <translation>eine Liste von Variablen</translation>
    </message>
    <message>
        <source>a matrix given by its entries</source>
        <translation>eine Matrix, durch ihre Einträge gegeben</translation>
    </message>
    <message>
        <source>a matrix of {0} by {1}: {2}</source>
        <translation>eine Matrix von {0} mal {1}: {2}</translation>
    </message>
    <message>
        <source>a matrix that is written out</source>
        <translation>eine ausgeschriebene Matrix</translation>
    </message>
    <message>
        <source>a matrix times a vector</source>
        <translation>eine Matrix mal einen Vektor</translation>
    </message>
    <message>
        <source>a matrix with {N} rows and {k} columns</source>
        <translation>eine Matrix mit {N} Zeilen und {k} Spalten</translation>
    </message>
    <message>
        <source>a matrix written out, row by row</source>
        <translation>eine ausgeschriebene Matrix, Zeile für Zeile</translation>
    </message>
    <message>
        <source>a matrix {0}</source>
        <translation>eine Matrix {0}</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>ein Name</translation>
    </message>
    <message>
        <source>a name has no character NUL</source>
        <translation>ein Name enthält kein Zeichen NUL</translation>
    </message>
    <message>
        <source>a name is missing after the dot</source>
        <translation>nach dem Punkt fehlt ein Name</translation>
    </message>
    <message>
        <source>a name is missing before “:”</source>
        <translation>vor „:“ fehlt ein Name</translation>
    </message>
    <message>
        <source>a name means the same in every part</source>
        <translation>ein Name bedeutet in jedem Teil dasselbe</translation>
    </message>
    <message>
        <source>a name of one letter</source>
        <translation>ein Name aus einem Buchstaben</translation>
    </message>
    <message>
        <source>a name of {0} letters is too long: it may have {1} at most</source>
        <translation>ein Name aus {0} Buchstaben ist zu lang; höchstens {1} sind erlaubt</translation>
    </message>
    <message>
        <source>a name such as i</source>
        <translation>ein Name wie i</translation>
    </message>
    <message>
        <source>a network has a value only for its input</source>
        <translation>ein Netz hat nur mit seiner Eingabe einen Wert</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a number in it is too large</source>
        <translation>eine Zahl darin ist zu groß</translation>
    </message>
    <message>
        <source>a number is missing</source>
        <translation>eine Zahl fehlt</translation>
    </message>
    <message>
        <source>a number such as 1</source>
        <translation>eine Zahl wie 1</translation>
    </message>
    <message>
        <source>a number, such as 2 or 1/3</source>
        <translation>eine Zahl, etwa 2 oder 1/3</translation>
    </message>
    <message>
        <source>a part of it does not have the expected form</source>
        <translation>ein Teil davon hat nicht die erwartete Form</translation>
    </message>
    <message>
        <source>a picture (PNG)</source>
        <translation>Bild (PNG)</translation>
    </message>
    <message>
        <source>a power</source>
        <translation>eine Potenz</translation>
    </message>
    <message>
        <source>a power of a matrix ({0}): which product is meant?</source>
        <translation>eine Potenz einer Matrix ({0}): Welches Produkt ist gemeint?</translation>
    </message>
    <message>
        <source>a power of a matrix takes a whole number, and {0} is none</source>
        <translation>der Exponent einer Matrix ist eine ganze Zahl, und {0} ist keine</translation>
    </message>
    <message>
        <source>a problem</source>
        <translation>eine Aufgabe</translation>
    </message>
    <message>
        <source>a problem whose derivative has several entries</source>
        <translation>eine Aufgabe, deren Ableitung mehrere Einträge hat</translation>
    </message>
    <message>
        <source>a problem whose derivative is a symmetric matrix, such as a Hessian</source>
        <translation>eine Aufgabe, deren Ableitung eine symmetrische Matrix ist, etwa eine Hesse-Matrix</translation>
    </message>
    <message>
        <source>a problem with intermediate variables</source>
        <translation>eine Aufgabe mit Zwischenvariablen</translation>
    </message>
    <message>
        <source>a product</source>
        <translation>ein Produkt</translation>
    </message>
    <message>
        <source>a product of matrices or vectors</source>
        <translation>ein Produkt von Matrizen oder Vektoren</translation>
    </message>
    <message>
        <source>a product of two derivatives</source>
        <translation>ein Produkt zweier Ableitungen</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>ein Programm</translation>
    </message>
    <message>
        <source>a program learns sizes from the shapes of its arguments</source>
        <translation>ein Programm kennt Größen nur aus den Formen seiner Argumente</translation>
    </message>
    <message>
        <source>a quotient</source>
        <translation>ein Quotient</translation>
    </message>
    <message>
        <source>a range belongs to sum, grid, column, row or diagonal</source>
        <translation>ein Bereich gehört zu sum, grid, column, row oder diagonal</translation>
    </message>
    <message>
        <source>a range such as i=1..N</source>
        <translation>ein Bereich wie i=1..N</translation>
    </message>
    <message>
        <source>a row given by its entries</source>
        <translation>eine Zeile, durch ihre Einträge gegeben</translation>
    </message>
    <message>
        <source>a row of a matrix</source>
        <translation>eine Zeile einer Matrix</translation>
    </message>
    <message>
        <source>a row of {0}: {1}</source>
        <translation>eine Zeile von {0}: {1}</translation>
    </message>
    <message>
        <source>a row of {k} numbers, added up over the batch</source>
        <translation>eine Zeile aus {k} Zahlen, über den Batch addiert</translation>
    </message>
    <message>
        <source>a row, the inverse of {S}, and a column</source>
        <translation>eine Zeile, die Inverse von {S} und eine Spalte</translation>
    </message>
    <message>
        <source>a scalar</source>
        <translation>ein Skalar</translation>
    </message>
    <message>
        <source>a scalar function of a variable that can step</source>
        <translation>eine skalare Funktion einer Variable, die Schritte machen kann</translation>
    </message>
    <message>
        <source>a scalar function of one scalar variable</source>
        <translation>eine skalare Funktion einer skalaren Variable</translation>
    </message>
    <message>
        <source>a scalar function of two numbers</source>
        <translation>eine skalare Funktion von zwei Zahlen</translation>
    </message>
    <message>
        <source>a second derivative inside a formula is not read</source>
        <translation>eine zweite Ableitung innerhalb einer Formel wird nicht gelesen</translation>
    </message>
    <message>
        <source>a shape is missing after “:”</source>
        <translation>nach „:“ fehlt eine Form</translation>
    </message>
    <message>
        <source>a shape is read with the number of an axis only</source>
        <translation>eine Form wird nur mit der Nummer einer Achse gelesen</translation>
    </message>
    <message>
        <source>a single number</source>
        <translation>eine einzelne Zahl</translation>
    </message>
    <message>
        <source>a single variable</source>
        <translation>eine einzelne Variable</translation>
    </message>
    <message>
        <source>a size</source>
        <translation>eine Größe</translation>
    </message>
    <message>
        <source>a size is a name, a whole number, or a sum or product of these</source>
        <translation>eine Größe ist ein Name, eine ganze Zahl oder eine Summe oder ein Produkt davon</translation>
    </message>
    <message>
        <source>a size is a number, a name, or a product of these here</source>
        <translation>eine Größe ist hier eine Zahl, ein Name oder ein Produkt davon</translation>
    </message>
    <message>
        <source>a size is a whole number from 1 on</source>
        <translation>eine Größe ist eine ganze Zahl ab 1</translation>
    </message>
    <message>
        <source>a stack of rows</source>
        <translation>ein Batch von Zeilen</translation>
    </message>
    <message>
        <source>a step needs a whole variable</source>
        <translation>ein Schritt braucht eine ganze Variable</translation>
    </message>
    <message>
        <source>a step of Newton&apos;s method is drawn for one vector of two entries</source>
        <translation>ein Schritt des Newton-Verfahrens wird für einen Vektor mit zwei Einträgen gezeichnet</translation>
    </message>
    <message>
        <source>a subscript of {0} has no meaning here</source>
        <translation>ein Index von {0} hat hier keine Bedeutung</translation>
    </message>
    <message>
        <source>a sum</source>
        <translation>eine Summe</translation>
    </message>
    <message>
        <source>a sum of entries</source>
        <translation>eine Summe von Einträgen</translation>
    </message>
    <message>
        <source>a sum of two products</source>
        <translation>eine Summe zweier Produkte</translation>
    </message>
    <message>
        <source>a sum over an index</source>
        <translation>eine Summe über einen Index</translation>
    </message>
    <message>
        <source>a transpose</source>
        <translation>eine Transponierte</translation>
    </message>
    <message>
        <source>a tuple of variables holds scalars and vectors</source>
        <translation>ein Tupel von Variablen enthält Skalare und Vektoren</translation>
    </message>
    <message>
        <source>a value for each condition</source>
        <translation>ein Wert für jede Bedingung</translation>
    </message>
    <message>
        <source>a value given by cases</source>
        <translation>ein Wert, durch Fälle gegeben</translation>
    </message>
    <message>
        <source>a value needs the finished derivative</source>
        <translation>ein Wert braucht die fertige Ableitung</translation>
    </message>
    <message>
        <source>a value of the function “{0}”</source>
        <translation>ein Wert der Funktion „{0}“</translation>
    </message>
    <message>
        <source>a value would have {0} entries, which is too many to compute with</source>
        <translation>ein Wert hätte {0} Einträge; das sind zu viele, um damit zu rechnen</translation>
    </message>
    <message>
        <source>a variable is missing here</source>
        <translation>hier fehlt eine Variable</translation>
    </message>
    <message>
        <source>a vector of n entries, all equal to {z}</source>
        <translation>ein Vektor mit n Einträgen, alle gleich {z}</translation>
    </message>
    <message>
        <source>a vector of n ones</source>
        <translation>ein Vektor aus n Einsen</translation>
    </message>
    <message>
        <source>a vector of n zeros</source>
        <translation>ein Vektor aus n Nullen</translation>
    </message>
    <message>
        <source>a vector of ones</source>
        <translation>ein Vektor aus Einsen</translation>
    </message>
    <message>
        <source>a vector of zeros</source>
        <translation>ein Vektor aus Nullen</translation>
    </message>
    <message>
        <source>a vector of {0} entries</source>
        <translation>ein Vektor mit {0} Einträgen</translation>
    </message>
    <message>
        <source>a vector or matrix made of blocks</source>
        <translation>ein Vektor oder eine Matrix aus Blöcken</translation>
    </message>
    <message>
        <source>a vector or matrix that is not written out as a list</source>
        <translation>einem Vektor oder einer Matrix ohne ausgeschriebene Einträge</translation>
    </message>
    <message>
        <source>a vector with {0} entries</source>
        <translation>ein Vektor mit {0} Einträgen</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>a where c holds, else b</source>
        <translation>a, wo c gilt, sonst b</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a worksheet has 1 to {0} problems, not {1}</source>
        <translation>ein Arbeitsblatt hat 1 bis {0} Aufgaben, nicht {1}</translation>
    </message>
    <message>
        <source>a {0} and a {1} value stand side by side: which product is meant?</source>
        <translation>ein Wert der Form {0} und einer der Form {1} stehen nebeneinander: Welches Produkt ist gemeint?</translation>
    </message>
    <message>
        <source>a {0} matrix</source>
        <translation>eine {0}-Matrix</translation>
    </message>
    <message>
        <source>absolute value</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>after one step of Newton&apos;s method</source>
        <translation>nach einem Schritt des Newton-Verfahrens</translation>
    </message>
    <message numerus="yes">
        <source>after {0} steps</source>
        <translation>
            <numerusform>nach {0} Schritt</numerusform>
            <numerusform>nach {0} Schritten</numerusform>
        </translation>
    </message>
    <message>
        <source>all blocks have the same factor, sum, sign or cases</source>
        <translation>alle Blöcke haben denselben Faktor, dieselbe Summe, dasselbe Vorzeichen oder dieselben Fälle</translation>
    </message>
    <message>
        <source>all skills</source>
        <translation>alle Fertigkeiten</translation>
    </message>
    <message>
        <source>all vectors are partitioned in the same way</source>
        <translation>alle Vektoren sind an denselben Stellen geteilt</translation>
    </message>
    <message>
        <source>an abstract function</source>
        <translation>eine abstrakte Funktion</translation>
    </message>
    <message>
        <source>an animated GIF</source>
        <translation>animiertes GIF</translation>
    </message>
    <message>
        <source>an answer may have at most {0} characters</source>
        <translation>eine Antwort darf höchstens {0} Zeichen haben</translation>
    </message>
    <message>
        <source>an array given by its entries</source>
        <translation>ein durch seine Einträge gegebenes Feld</translation>
    </message>
    <message>
        <source>an element-wise product</source>
        <translation>ein elementweises Produkt</translation>
    </message>
    <message>
        <source>an element-wise quotient</source>
        <translation>ein elementweiser Quotient</translation>
    </message>
    <message>
        <source>an entry is picked by an index or a whole number</source>
        <translation>ein Eintrag wird durch einen Index oder eine ganze Zahl bezeichnet</translation>
    </message>
    <message>
        <source>an entry of a {0} value takes {1} indices, not {2}</source>
        <translation>ein Eintrag eines Werts der Form {0} hat {1} Indizes, nicht {2}</translation>
    </message>
    <message>
        <source>an entry of this matrix is empty</source>
        <translation>ein Eintrag dieser Matrix ist leer</translation>
    </message>
    <message>
        <source>an entry of {0} is not differentiated with respect to the whole of it; the method “elements” does that</source>
        <translation>ein Eintrag von {0} wird nicht nach dem Ganzen abgeleitet; das leistet das Verfahren „Eintrag für Eintrag“</translation>
    </message>
    <message>
        <source>an equation</source>
        <translation>eine Gleichung</translation>
    </message>
    <message>
        <source>an equation is expected here</source>
        <translation>hier wird eine Gleichung erwartet</translation>
    </message>
    <message>
        <source>an equation is not an expression</source>
        <translation>eine Gleichung ist kein Ausdruck</translation>
    </message>
    <message>
        <source>an expanded scalar</source>
        <translation>ein erweiterter Skalar</translation>
    </message>
    <message>
        <source>an expression with names for its parts</source>
        <translation>ein Ausdruck mit Namen für seine Teile</translation>
    </message>
    <message>
        <source>an identity matrix</source>
        <translation>eine Einheitsmatrix</translation>
    </message>
    <message>
        <source>an index</source>
        <translation>ein Index</translation>
    </message>
    <message>
        <source>an index from 1 to {0}</source>
        <translation>ein Index von 1 bis {0}</translation>
    </message>
    <message>
        <source>an index in square brackets is not read</source>
        <translation>ein Index in eckigen Klammern wird nicht gelesen</translation>
    </message>
    <message>
        <source>an index is missing</source>
        <translation>ein Index fehlt</translation>
    </message>
    <message>
        <source>an object of the type {0} cannot be differentiated</source>
        <translation>ein Objekt des Typs {0} kann nicht abgeleitet werden</translation>
    </message>
    <message>
        <source>an object of the type {0} is no variable of differentiation</source>
        <translation>ein Objekt vom Typ {0} ist keine Variable, nach der abgeleitet wird</translation>
    </message>
    <message>
        <source>an object that ends</source>
        <translation>ein Objekt, das endet</translation>
    </message>
    <message>
        <source>an operand is missing here</source>
        <translation>hier fehlt ein Operand</translation>
    </message>
    <message>
        <source>an operator</source>
        <translation>ein Operator</translation>
    </message>
    <message>
        <source>an operator such as + or *</source>
        <translation>ein Operator wie + oder *</translation>
    </message>
    <message>
        <source>an operator such as +, * or ^</source>
        <translation>ein Operator wie +, * oder ^</translation>
    </message>
    <message>
        <source>an unknown element-wise function: entry i of the value depends on {x_i} only</source>
        <translation>eine unbekannte elementweise Funktion: Eintrag i des Werts hängt nur von {x_i} ab</translation>
    </message>
    <message>
        <source>an unknown function of the whole vector {x}; its shape is declared like that of a variable</source>
        <translation>eine unbekannte Funktion des ganzen Vektors {x}; ihre Form wird wie die einer Variable deklariert</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>angle of the point</source>
        <translation>Winkel des Punktes</translation>
    </message>
    <message>
        <source>another value</source>
        <translation>ein anderer Wert</translation>
    </message>
    <message>
        <source>any element-wise operation on two vectors; in plain signs w .o. x</source>
        <translation>eine beliebige elementweise Operation auf zwei Vektoren; mit einfachen Zeichen w .o. x</translation>
    </message>
    <message>
        <source>any operator that works entry by entry</source>
        <translation>irgendein Operator, der elementweise arbeitet</translation>
    </message>
    <message>
        <source>arguments of {0}</source>
        <translation>als Argumente von {0} verwenden</translation>
    </message>
    <message>
        <source>array by a formula for its entries</source>
        <translation>Feld durch eine Formel für seine Einträge</translation>
    </message>
    <message>
        <source>arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>at = {0} is not a point</source>
        <translation>at = {0} ist kein Punkt</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>at one point the derivative is {0}, but this gives {1}</source>
        <translation>an einem Punkt ist die Ableitung {0}, das hier ergibt aber {1}</translation>
    </message>
    <message>
        <source>at {0} the derivative is {1}, but this gives {2}</source>
        <translation>bei {0} ist die Ableitung {1}, aber das hier ergibt {2}</translation>
    </message>
    <message>
        <source>at-least comparison</source>
        <translation>Vergleich „mindestens“</translation>
    </message>
    <message>
        <source>at-most comparison</source>
        <translation>Vergleich „höchstens“</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>away from the boundaries of the cases</source>
        <translation>abseits der Grenzen der Fälle</translation>
    </message>
    <message>
        <source>axis=1 works on each row, axis=0 on each column.</source>
        <translation>axis=1 wirkt auf jede Zeile, axis=0 auf jede Spalte.</translation>
    </message>
    <message>
        <source>backward or forward: how the derivatives are multiplied</source>
        <translation>backward oder forward: in welcher Reihenfolge die Ableitungen multipliziert werden</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>quer</translation>
    </message>
    <message>
        <source>becomes</source>
        <translation>wird zu</translation>
    </message>
    <message>
        <source>beta function</source>
        <translation>Betafunktion</translation>
    </message>
    <message>
        <source>binary exponential</source>
        <translation>Exponentialfunktion zur Basis zwei</translation>
    </message>
    <message>
        <source>binomial coefficient</source>
        <translation>Binomialkoeffizient</translation>
    </message>
    <message>
        <source>binomial probability of k out of n</source>
        <translation>Binomialwahrscheinlichkeit von k aus n</translation>
    </message>
    <message>
        <source>block {0}: {1}</source>
        <translation>Block {0}: {1}</translation>
    </message>
    <message>
        <source>blocks of the shapes {0} do not fit together</source>
        <translation>Blöcke der Formen {0} passen nicht zusammen</translation>
    </message>
    <message>
        <source>both agree at {0} random points</source>
        <translation>beide stimmen an {0} Zufallspunkten überein</translation>
    </message>
    <message>
        <source>both conditions hold</source>
        <translation>beide Bedingungen gelten</translation>
    </message>
    <message>
        <source>both differ, by up to {0} percent at {1} random points</source>
        <translation>beide unterscheiden sich um bis zu {0} Prozent an {1} Zufallspunkten</translation>
    </message>
    <message>
        <source>both vectors are partitioned in the same way</source>
        <translation>beide Vektoren sind an denselben Stellen geteilt</translation>
    </message>
    <message>
        <source>brackets are nested more than {0} deep</source>
        <translation>Klammern sind mehr als {0} tief verschachtelt</translation>
    </message>
    <message>
        <source>by</source>
        <translation>mal</translation>
    </message>
    <message>
        <source>by cases: {0}</source>
        <translation>nach Fällen: {0}</translation>
    </message>
    <message>
        <source>by cases: {0}; end cases,</source>
        <translation>nach Fällen: {0}; Ende der Fälle,</translation>
    </message>
    <message>
        <source>c does not depend on x</source>
        <translation>c hängt nicht von x ab</translation>
    </message>
    <message>
        <source>c does not depend on x; g ≠ 0</source>
        <translation>c hängt nicht von x ab; g ≠ 0</translation>
    </message>
    <message>
        <source>c does not depend on x; the sum is long</source>
        <translation>c hängt nicht von x ab; die Summe ist lang</translation>
    </message>
    <message>
        <source>c is a number</source>
        <translation>c ist eine Zahl</translation>
    </message>
    <message>
        <source>c is a scalar that is not 0, u a vector</source>
        <translation>c ist ein Skalar ungleich 0, u ein Vektor</translation>
    </message>
    <message>
        <source>c is a scalar, u a vector</source>
        <translation>c ist ein Skalar, u ein Vektor</translation>
    </message>
    <message>
        <source>called {name}</source>
        <translation>heißt {name}</translation>
    </message>
    <message>
        <source>cancelled {0}</source>
        <translation>gekürzt {0}</translation>
    </message>
    <message>
        <source>cancelled, {0}, end cancelled,</source>
        <translation>gekürzt, {0}, Ende gekürzt,</translation>
    </message>
    <message>
        <source>cannot differentiate {0} with respect to {1}: {2}</source>
        <translation>{0} lässt sich nicht nach {1} ableiten: {2}</translation>
    </message>
    <message>
        <source>cannot divide by a {0} value</source>
        <translation>durch einen Wert der Form {0} lässt sich nicht teilen</translation>
    </message>
    <message>
        <source>cannot divide {0} ({1}) by {2} ({3})</source>
        <translation>{0} ({1}) lässt sich nicht durch {2} ({3}) teilen</translation>
    </message>
    <message>
        <source>cannot multiply {0} ({1}) by {2} ({3})</source>
        <translation>{0} ({1}) lässt sich nicht mit {2} ({3}) multiplizieren</translation>
    </message>
    <message>
        <source>cannot multiply {0} ({1}) by {2} ({3}): the inner sizes {4} and {5} differ</source>
        <translation>{0} ({1}) lässt sich nicht mit {2} ({3}) multiplizieren: Die inneren Größen {4} und {5} sind verschieden</translation>
    </message>
    <message>
        <source>cannot multiply {0} by {1}: the inner sizes {2} and {3} differ</source>
        <translation>{0} lässt sich nicht mit {1} multiplizieren: Die inneren Größen {2} und {3} sind verschieden</translation>
    </message>
    <message>
        <source>capital {0}</source>
        <translation>groß {0}</translation>
    </message>
    <message>
        <source>carried out</source>
        <translation>ausgeführt</translation>
    </message>
    <message>
        <source>cases(…) holds no case</source>
        <translation>cases(…) enthält keinen Fall</translation>
    </message>
    <message>
        <source>ceiling</source>
        <translation>Aufrunden</translation>
    </message>
    <message>
        <source>change to first order when one variable changes</source>
        <translation>Änderung in erster Ordnung, wenn sich eine Variable ändert</translation>
    </message>
    <message>
        <source>circle</source>
        <translation>Kreis</translation>
    </message>
    <message>
        <source>collapse</source>
        <translation>zusammenfassen</translation>
    </message>
    <message>
        <source>column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>combine</source>
        <translation>verknüpfen</translation>
    </message>
    <message>
        <source>combined entry by entry</source>
        <translation>elementweise verknüpfen</translation>
    </message>
    <message>
        <source>comparison for equality</source>
        <translation>Vergleich auf Gleichheit</translation>
    </message>
    <message>
        <source>comparison for inequality</source>
        <translation>Vergleich auf Ungleichheit</translation>
    </message>
    <message>
        <source>complementary error function</source>
        <translation>komplementäre Fehlerfunktion</translation>
    </message>
    <message>
        <source>component i of an element-wise function</source>
        <translation>Komponente i einer elementweisen Funktion</translation>
    </message>
    <message>
        <source>correlation of two samples</source>
        <translation>Korrelation zweier Stichproben</translation>
    </message>
    <message>
        <source>cosecant</source>
        <translation>Kosekans</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>cosine of the angle between two vectors</source>
        <translation>Kosinus des Winkels zwischen zwei Vektoren</translation>
    </message>
    <message>
        <source>cotangent</source>
        <translation>Kotangens</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>Kreuzentropie</translation>
    </message>
    <message>
        <source>cross-entropy of a batch</source>
        <translation>Kreuzentropie eines Batches</translation>
    </message>
    <message>
        <source>cross-entropy of logits and one-hot targets, mean over the rows</source>
        <translation>Kreuzentropie von Logits und One-hot-Zielen, Mittel über die Zeilen</translation>
    </message>
    <message>
        <source>cross_entropy takes scores and applies softmax itself: {0} is a softmax already, so it is applied twice. Of probabilities type -sum({1} ⊗ log({0})).</source>
        <translation>cross_entropy nimmt Punktwerte und wendet Softmax selbst an: {0} ist schon ein Softmax, also wird es zweimal angewandt. Von Wahrscheinlichkeiten gib -sum({1} ⊗ log({0})) ein.</translation>
    </message>
    <message>
        <source>cube root</source>
        <translation>Kubikwurzel</translation>
    </message>
    <message>
        <source>d is linear and obeys the product rule, whatever the shapes are: no layout and no transpose are needed until the last line.</source>
        <translation>d ist linear und gehorcht der Produktregel, welche Formen auch immer vorkommen: Bis zur letzten Zeile braucht man kein Layout und keine Transponierte.</translation>
    </message>
    <message>
        <source>delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>delta takes two indices</source>
        <translation>delta nimmt zwei Indizes</translation>
    </message>
    <message>
        <source>denominator</source>
        <translation>Nennerlayout</translation>
    </message>
    <message>
        <source>derivative of {0} with respect to {1}</source>
        <translation>Ableitung von {0} nach {1}</translation>
    </message>
    <message>
        <source>derivatives that are given follow</source>
        <translation>gegebene Ableitungen folgen</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>abgeleitet</translation>
    </message>
    <message>
        <source>determinant</source>
        <translation>Determinante</translation>
    </message>
    <message>
        <source>df is linear in dX in one way only. In numerator layout df = tr(G dX) says that ∂f/∂X is G, df = g dx that ∂f/∂x is g, and dy = J dx that J is the Jacobian; denominator layout is the transpose.</source>
        <translation>df ist nur auf eine Weise linear in dX. Im Zählerlayout sagt df = tr(G dX), dass ∂f/∂X gleich G ist, df = g dx, dass ∂f/∂x gleich g ist, und dy = J dx, dass J die Jacobi-Matrix ist; das Nennerlayout ist die Transponierte davon.</translation>
    </message>
    <message>
        <source>diag takes a vector</source>
        <translation>diag nimmt einen Vektor</translation>
    </message>
    <message>
        <source>diag(w) x is w ⊗ x; a row times diag(x) is the row of products, so 1⃗ᵀ diag(x) is xᵀ.</source>
        <translation>diag(w) x ist w ⊗ x; eine Zeile mal diag(x) ist die Zeile der Produkte, also ist 1⃗ᵀ diag(x) gleich xᵀ.</translation>
    </message>
    <message>
        <source>diagonal</source>
        <translation>Diagonale</translation>
    </message>
    <message>
        <source>diagonal matrix</source>
        <translation>Diagonalmatrix</translation>
    </message>
    <message>
        <source>diagonal matrix by a formula for its entries</source>
        <translation>Diagonalmatrix durch eine Formel für ihre Einträge</translation>
    </message>
    <message>
        <source>differentiate</source>
        <translation>ableiten</translation>
    </message>
    <message>
        <source>digamma function</source>
        <translation>Digammafunktion</translation>
    </message>
    <message>
        <source>distance of two points</source>
        <translation>Abstand zweier Punkte</translation>
    </message>
    <message>
        <source>divided entry by entry</source>
        <translation>elementweise dividieren</translation>
    </message>
    <message>
        <source>does not depend on {x}</source>
        <translation>hängt nicht von {x} ab</translation>
    </message>
    <message>
        <source>dot</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>dots</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>e to the power of {0}</source>
        <translation>e hoch {0}</translation>
    </message>
    <message>
        <source>e to the power of {0}, minus 1</source>
        <translation>e hoch {0}, minus 1</translation>
    </message>
    <message>
        <source>element-wise over</source>
        <translation>elementweise durch</translation>
    </message>
    <message>
        <source>element-wise times</source>
        <translation>elementweise mal</translation>
    </message>
    <message>
        <source>entries are counted from 1: there is no entry 0</source>
        <translation>Einträge werden ab 1 gezählt: Einen Eintrag 0 gibt es nicht</translation>
    </message>
    <message>
        <source>entropy of probabilities</source>
        <translation>Entropie von Wahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>entry by entry</source>
        <translation>Eintrag für Eintrag</translation>
    </message>
    <message>
        <source>entry i of f depends on entry i of x only</source>
        <translation>Eintrag i von f hängt nur von Eintrag i von x ab</translation>
    </message>
    <message>
        <source>entry i of the function depends on entry i of the variable only</source>
        <translation>Eintrag i der Funktion hängt nur von Eintrag i der Variable ab</translation>
    </message>
    <message>
        <source>entry i of the value depends on entry i of x only</source>
        <translation>Eintrag i des Werts hängt nur von Eintrag i von x ab</translation>
    </message>
    <message>
        <source>entry i of the vector {x}, a scalar</source>
        <translation>Eintrag i des Vektors {x}, ein Skalar</translation>
    </message>
    <message>
        <source>entry of the function</source>
        <translation>Eintrag der Funktion</translation>
    </message>
    <message>
        <source>entry of the variable</source>
        <translation>Eintrag der Variable</translation>
    </message>
    <message>
        <source>equals</source>
        <translation>ist gleich</translation>
    </message>
    <message>
        <source>error function</source>
        <translation>Fehlerfunktion</translation>
    </message>
    <message>
        <source>every case has a value and a condition</source>
        <translation>jeder Fall hat einen Wert und eine Bedingung</translation>
    </message>
    <message>
        <source>every fraction in the bracket disappears or gets shorter, no entry of u is 0</source>
        <translation>jeder Bruch in der Klammer verschwindet oder wird kürzer, kein Eintrag von u ist 0</translation>
    </message>
    <message>
        <source>every intermediate variable ultimately depends on x alone; x may reach y along several paths</source>
        <translation>jede Zwischenvariable hängt am Ende nur von x ab; x darf y auf mehreren Wegen erreichen</translation>
    </message>
    <message>
        <source>every name depends on x</source>
        <translation>jeder Name hängt von x ab</translation>
    </message>
    <message>
        <source>every product becomes shorter, or one a sum</source>
        <translation>jedes Produkt wird kürzer oder eines eine Summe</translation>
    </message>
    <message>
        <source>everything takes its usual order</source>
        <translation>alles kommt in die übliche Reihenfolge</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>überall</translation>
    </message>
    <message>
        <source>exactly</source>
        <translation>genau</translation>
    </message>
    <message>
        <source>expand</source>
        <translation>ausschreiben</translation>
    </message>
    <message>
        <source>expectations and probabilities are not part of the language</source>
        <translation>Erwartungswerte und Wahrscheinlichkeiten gehören nicht zur Sprache</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>Exponentialfunktion</translation>
    </message>
    <message>
        <source>exponential density with rate r</source>
        <translation>Dichte der Exponentialverteilung mit Rate r</translation>
    </message>
    <message>
        <source>exponential linear unit</source>
        <translation>exponentielle lineare Einheit</translation>
    </message>
    <message>
        <source>exponential linear unit that goes down to −a</source>
        <translation>exponentielle lineare Einheit, die bis −a reicht</translation>
    </message>
    <message>
        <source>exponential minus one</source>
        <translation>Exponentialfunktion minus eins</translation>
    </message>
    <message>
        <source>f &gt; 0</source>
        <translation>f &gt; 0</translation>
    </message>
    <message>
        <source>f &gt; 0; f and g both depend on x</source>
        <translation>f &gt; 0; f und g hängen beide von x ab</translation>
    </message>
    <message>
        <source>f and g are scalars</source>
        <translation>f und g sind Skalare</translation>
    </message>
    <message>
        <source>f and g both depend on x</source>
        <translation>f und g hängen beide von x ab</translation>
    </message>
    <message>
        <source>f and g both depend on x; g ≠ 0</source>
        <translation>f und g hängen beide von x ab; g ≠ 0</translation>
    </message>
    <message>
        <source>f is a scalar</source>
        <translation>f ist ein Skalar</translation>
    </message>
    <message>
        <source>f ≠ 0</source>
        <translation>f ≠ 0</translation>
    </message>
    <message>
        <source>f ≠ g</source>
        <translation>f ≠ g</translation>
    </message>
    <message>
        <source>f ≥ 0, as the root requires</source>
        <translation>f ≥ 0, was die Wurzel verlangt</translation>
    </message>
    <message>
        <source>factorial</source>
        <translation>Fakultät</translation>
    </message>
    <message>
        <source>factors of one drop out</source>
        <translation>Faktoren eins fallen weg</translation>
    </message>
    <message>
        <source>field “{0}”</source>
        <translation>Feld „{0}“</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>Abrunden</translation>
    </message>
    <message>
        <source>for each index, the row is substituted where it is used</source>
        <translation>eine Zeile für jeden Index wird dort eingesetzt, wo die Zeile benutzt wird</translation>
    </message>
    <message>
        <source>for example</source>
        <translation>zum Beispiel</translation>
    </message>
    <message>
        <source>fraction</source>
        <translation>Bruch</translation>
    </message>
    <message>
        <source>from the inside out (forward)</source>
        <translation>von innen nach außen (vorwärts)</translation>
    </message>
    <message>
        <source>from the loss, because every product is then a row</source>
        <translation>vom Verlust her, denn dann ist jedes Produkt eine Zeile</translation>
    </message>
    <message>
        <source>from the outside in (backward)</source>
        <translation>von außen nach innen (rückwärts)</translation>
    </message>
    <message>
        <source>from the weights, because they come first</source>
        <translation>von den Gewichten her, denn sie kommen zuerst</translation>
    </message>
    <message>
        <source>from {0} to {1}</source>
        <translation>von {0} auf {1}</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>eingefroren</translation>
    </message>
    <message>
        <source>function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>function of single precision</source>
        <translation>Funktion einfacher Genauigkeit</translation>
    </message>
    <message>
        <source>functions here are applied to whole vectors</source>
        <translation>Funktionen werden hier auf ganze Vektoren angewandt</translation>
    </message>
    <message>
        <source>further parameters that step together with this one</source>
        <translation>weitere Parameter, die zusammen mit diesem Schritte machen</translation>
    </message>
    <message>
        <source>g ≠ 0</source>
        <translation>g ≠ 0</translation>
    </message>
    <message>
        <source>gamma function</source>
        <translation>Gammafunktion</translation>
    </message>
    <message>
        <source>given in the text</source>
        <translation>im Text angegeben</translation>
    </message>
    <message>
        <source>gives</source>
        <translation>ergibt</translation>
    </message>
    <message>
        <source>gives {0}</source>
        <translation>ergibt {0}</translation>
    </message>
    <message>
        <source>greater-than comparison</source>
        <translation>Vergleich „größer als“</translation>
    </message>
    <message>
        <source>groups are nested more than {0} deep</source>
        <translation>Gruppen sind mehr als {0} tief verschachtelt</translation>
    </message>
    <message>
        <source>hard hyperbolic tangent</source>
        <translation>harter Tangens hyperbolicus</translation>
    </message>
    <message>
        <source>hard sigmoid</source>
        <translation>harte Sigmoidfunktion</translation>
    </message>
    <message>
        <source>hard swish</source>
        <translation>harte Swish-Funktion</translation>
    </message>
    <message>
        <source>has no value</source>
        <translation>hat keinen Wert</translation>
    </message>
    <message>
        <source>hat</source>
        <translation>Dach</translation>
    </message>
    <message>
        <source>hinge loss of a margin</source>
        <translation>Hinge-Verlust eines Abstands</translation>
    </message>
    <message>
        <source>how far a step goes for a gradient of one</source>
        <translation>wie weit ein Schritt bei einem Gradienten von eins geht</translation>
    </message>
    <message>
        <source>how many factors {0}^{1} has is not known</source>
        <translation>wie viele Faktoren {0}^{1} hat, ist nicht bekannt</translation>
    </message>
    <message>
        <source>how many steps there are</source>
        <translation>wie viele Schritte es sind</translation>
    </message>
    <message>
        <source>hyperbolic cosecant</source>
        <translation>Kosekans hyperbolicus</translation>
    </message>
    <message>
        <source>hyperbolic cosine</source>
        <translation>Kosinus hyperbolicus</translation>
    </message>
    <message>
        <source>hyperbolic cotangent</source>
        <translation>Kotangens hyperbolicus</translation>
    </message>
    <message>
        <source>hyperbolic secant</source>
        <translation>Sekans hyperbolicus</translation>
    </message>
    <message>
        <source>hyperbolic sine</source>
        <translation>Sinus hyperbolicus</translation>
    </message>
    <message>
        <source>hyperbolic tangent</source>
        <translation>Tangens hyperbolicus</translation>
    </message>
    <message>
        <source>hypotenuse</source>
        <translation>Hypotenuse</translation>
    </message>
    <message>
        <source>identity matrix</source>
        <translation>Einheitsmatrix</translation>
    </message>
    <message>
        <source>if</source>
        <translation>falls</translation>
    </message>
    <message>
        <source>if {condition}</source>
        <translation>vorausgesetzt: {condition}</translation>
    </message>
    <message>
        <source>implies</source>
        <translation>folgt</translation>
    </message>
    <message>
        <source>in</source>
        <translation>in</translation>
    </message>
    <message>
        <source>in the first column</source>
        <translation>in der ersten Spalte</translation>
    </message>
    <message>
        <source>in {0} a factor that does not depend on the variable stays a factor.</source>
        <translation>in {0} bleibt ein Faktor, der nicht von der Variable abhängt, ein Faktor.</translation>
    </message>
    <message>
        <source>in {0} a factor was transposed that should not be.</source>
        <translation>in {0} wurde ein Faktor transponiert, der es nicht ist.</translation>
    </message>
    <message>
        <source>in {0} a part does not depend on the variable: its derivative is 0.</source>
        <translation>in {0} hängt ein Teil nicht von der Variable ab: seine Ableitung ist 0.</translation>
    </message>
    <message>
        <source>in {0} a term stands as it was: every term is differentiated.</source>
        <translation>in {0} steht ein Summand, wie er war: Jeder Summand wird abgeleitet.</translation>
    </message>
    <message>
        <source>in {0} a term was taken with the other sign.</source>
        <translation>in {0} wurde ein Summand mit dem anderen Vorzeichen genommen.</translation>
    </message>
    <message>
        <source>in {0} both factors depend on the variable: each is differentiated in turn, and the two terms are added.</source>
        <translation>in {0} hängen beide Faktoren von der Variable ab: jeder wird der Reihe nach abgeleitet, und die beiden Summanden werden addiert.</translation>
    </message>
    <message>
        <source>in {0} both factors depend on the variable: there is one term for each of them.</source>
        <translation>in {0} hängen beide Faktoren von der Variable ab: für jeden gibt es einen Summanden.</translation>
    </message>
    <message>
        <source>in {0} both vectors depend on the variable: each gives a term.</source>
        <translation>in {0} hängen beide Vektoren von der Variable ab: jeder ergibt einen Summanden.</translation>
    </message>
    <message>
        <source>in {0} days</source>
        <translation>in {0} Tagen</translation>
    </message>
    <message>
        <source>in {0} each entry is multiplied by the slope that belongs to it.</source>
        <translation>in {0} wird jeder Eintrag mit der Steigung multipliziert, die zu ihm gehört.</translation>
    </message>
    <message>
        <source>in {0} each entry of the vector counts with its own factor: these are added up.</source>
        <translation>in {0} zählt jeder Eintrag des Vektors mit seinem eigenen Faktor: diese werden addiert.</translation>
    </message>
    <message>
        <source>in {0} each row of the inner Jacobian is multiplied by the slope of its entry: diag(…) stands in front.</source>
        <translation>in {0} wird jede Zeile der inneren Jacobi-Matrix mit der Steigung ihres Eintrags multipliziert: vorn steht diag(…).</translation>
    </message>
    <message>
        <source>in {0} every row of the batch contributes: the ones add the rows up.</source>
        <translation>in {0} trägt jede Zeile des Batches bei: Die Einsen addieren die Zeilen.</translation>
    </message>
    <message>
        <source>in {0} it is the derivative of the numerator times the denominator, minus the other way round.</source>
        <translation>in {0} ist es die Ableitung des Zählers mal dem Nenner, minus umgekehrt.</translation>
    </message>
    <message>
        <source>in {0} one of the factors was left out.</source>
        <translation>in {0} wurde einer der Faktoren weggelassen.</translation>
    </message>
    <message>
        <source>in {0} one of the terms was left out.</source>
        <translation>in {0} wurde einer der Summanden weggelassen.</translation>
    </message>
    <message>
        <source>in {0} only one term depends on this entry: nothing else of the sum is left.</source>
        <translation>in {0} hängt ein einziger Summand von diesem Eintrag ab: von der Summe bleibt sonst nichts.</translation>
    </message>
    <message>
        <source>in {0} the Jacobian of what is outside stands on the left.</source>
        <translation>in {0} steht die Jacobi-Matrix des Äußeren links.</translation>
    </message>
    <message>
        <source>in {0} the base is not e: the logarithm of the base is a factor.</source>
        <translation>in {0} ist die Basis nicht e: der Logarithmus der Basis ist ein Faktor.</translation>
    </message>
    <message>
        <source>in {0} the denominator stands squared below.</source>
        <translation>in {0} steht der Nenner quadriert unten.</translation>
    </message>
    <message>
        <source>in {0} the derivative has the other sign.</source>
        <translation>in {0} hat die Ableitung das andere Vorzeichen.</translation>
    </message>
    <message>
        <source>in {0} the derivative is what multiplies the variable, not the variable.</source>
        <translation>in {0} ist die Ableitung das, womit die Variable multipliziert wird, nicht die Variable.</translation>
    </message>
    <message>
        <source>in {0} the derivative of another function was used.</source>
        <translation>in {0} wurde die Ableitung einer anderen Funktion benutzt.</translation>
    </message>
    <message>
        <source>in {0} the derivative of the outer function, taken at what is inside, is a factor.</source>
        <translation>in {0} ist die Ableitung der äußeren Funktion, an der Stelle des Inneren, ein Faktor.</translation>
    </message>
    <message>
        <source>in {0} the determinant itself stays as a factor.</source>
        <translation>in {0} bleibt die Determinante selbst als Faktor stehen.</translation>
    </message>
    <message>
        <source>in {0} the deviation moves with every entry: a second outer product is subtracted.</source>
        <translation>in {0} bewegt sich die Abweichung mit jedem Eintrag: Ein zweites äußeres Produkt wird abgezogen.</translation>
    </message>
    <message>
        <source>in {0} the exponent comes down as a factor, and is one less than before.</source>
        <translation>in {0} kommt der Exponent als Faktor nach vorn und ist um eins kleiner als zuvor.</translation>
    </message>
    <message>
        <source>in {0} the last factor comes first.</source>
        <translation>in {0} kommt der letzte Faktor zuerst.</translation>
    </message>
    <message>
        <source>in {0} the matrix and its transpose are added; only for a symmetric one this is twice the matrix.</source>
        <translation>in {0} werden die Matrix und ihre Transponierte addiert; nur bei einer symmetrischen ist das das Doppelte der Matrix.</translation>
    </message>
    <message>
        <source>in {0} the mean moves with every entry.</source>
        <translation>in {0} bewegt sich das Mittel mit jedem Eintrag.</translation>
    </message>
    <message>
        <source>in {0} the number of rows stays below the bar.</source>
        <translation>in {0} bleibt die Zahl der Zeilen unter dem Strich.</translation>
    </message>
    <message>
        <source>in {0} the old exponent stands in front as a factor.</source>
        <translation>in {0} steht der alte Exponent als Faktor vorn.</translation>
    </message>
    <message>
        <source>in {0} the order counts: matrices do not commute.</source>
        <translation>in {0} zählt die Reihenfolge: Matrizen sind nicht vertauschbar.</translation>
    </message>
    <message>
        <source>in {0} the outer derivative is taken at what is inside, not at its derivative.</source>
        <translation>in {0} wird die äußere Ableitung an der Stelle des Inneren genommen, nicht an der seiner Ableitung.</translation>
    </message>
    <message>
        <source>in {0} the outer product is subtracted: a share grows at the cost of the others.</source>
        <translation>in {0} wird das äußere Produkt abgezogen: Ein Anteil wächst auf Kosten der anderen.</translation>
    </message>
    <message>
        <source>in {0} the quotient rule is needed.</source>
        <translation>in {0} braucht es die Quotientenregel.</translation>
    </message>
    <message>
        <source>in {0} the row of ones adds up what stands in each column.</source>
        <translation>in {0} addiert die Zeile aus Einsen, was in jeder Spalte steht.</translation>
    </message>
    <message>
        <source>in {0} the slope does not belong to this function: tanh has 1 − tanh², the sigmoid has σ(1 − σ).</source>
        <translation>in {0} gehört die Steigung nicht zu dieser Funktion: tanh hat 1 − tanh², die Sigmoidfunktion σ(1 − σ).</translation>
    </message>
    <message>
        <source>in {0} the slope of the function belongs to its argument, not to its value.</source>
        <translation>in {0} gehört die Steigung der Funktion zu ihrem Argument, nicht zu ihrem Wert.</translation>
    </message>
    <message>
        <source>in {0} the slope of the logarithm is one over its argument.</source>
        <translation>in {0} ist die Steigung des Logarithmus eins durch sein Argument.</translation>
    </message>
    <message>
        <source>in {0} the slopes multiply entry by entry: no rows and columns are added up.</source>
        <translation>in {0} multiplizieren die Steigungen Eintrag für Eintrag: Zeilen und Spalten werden nicht addiert.</translation>
    </message>
    <message>
        <source>in {0} the total is divided by the number of entries, and so is its derivative.</source>
        <translation>in {0} wird die Summe durch die Anzahl der Einträge geteilt, und ihre Ableitung auch.</translation>
    </message>
    <message>
        <source>in {0} the variable counts in more than one place: the contributions of all places are added.</source>
        <translation>in {0} zählt die Variable an mehreren Stellen: die Beiträge aller Stellen werden addiert.</translation>
    </message>
    <message>
        <source>in {0} the variable is in the exponent: the function stays, times the logarithm of its base.</source>
        <translation>in {0} steht die Variable im Exponenten: die Funktion bleibt, mal dem Logarithmus ihrer Basis.</translation>
    </message>
    <message>
        <source>in {0} the variable stands on both sides: each of them gives a term.</source>
        <translation>in {0} steht die Variable auf beiden Seiten: Jede von ihnen gibt einen Summanden.</translation>
    </message>
    <message>
        <source>in {0} the weights take the adjoint back to what came in: their transpose belongs there.</source>
        <translation>in {0} bringen die Gewichte die Adjungierte zu dem zurück, was hereinkam: Dort gehört ihre Transponierte hin.</translation>
    </message>
    <message>
        <source>in {0} what is inside depends on the variable too, and its derivative is a factor.</source>
        <translation>in {0} hängt auch das Innere von der Variable ab, und seine Ableitung ist ein Faktor.</translation>
    </message>
    <message>
        <source>in {0} what is inside depends on the variable too: its Jacobian is a factor on the right.</source>
        <translation>in {0} hängt auch das Innere von der Variable ab: seine Jacobi-Matrix ist rechts ein Faktor.</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>erschlossen</translation>
    </message>
    <message>
        <source>inner product of vectors or matrices, a number</source>
        <translation>Skalarprodukt von Vektoren oder Matrizen, eine Zahl</translation>
    </message>
    <message>
        <source>introduce</source>
        <translation>einführen</translation>
    </message>
    <message>
        <source>inverse</source>
        <translation>Inverse</translation>
    </message>
    <message>
        <source>inverse cosecant</source>
        <translation>Arkuskosekans</translation>
    </message>
    <message>
        <source>inverse cosine</source>
        <translation>Arkuskosinus</translation>
    </message>
    <message>
        <source>inverse cotangent</source>
        <translation>Arkuskotangens</translation>
    </message>
    <message>
        <source>inverse hyperbolic cosecant</source>
        <translation>Areakosekans hyperbolicus</translation>
    </message>
    <message>
        <source>inverse hyperbolic cosine</source>
        <translation>Areakosinus hyperbolicus</translation>
    </message>
    <message>
        <source>inverse hyperbolic cotangent</source>
        <translation>Areakotangens hyperbolicus</translation>
    </message>
    <message>
        <source>inverse hyperbolic secant</source>
        <translation>Areasekans hyperbolicus</translation>
    </message>
    <message>
        <source>inverse hyperbolic sine</source>
        <translation>Areasinus hyperbolicus</translation>
    </message>
    <message>
        <source>inverse hyperbolic tangent</source>
        <translation>Areatangens hyperbolicus</translation>
    </message>
    <message>
        <source>inverse secant</source>
        <translation>Arkussekans</translation>
    </message>
    <message>
        <source>inverse sine</source>
        <translation>Arkussinus</translation>
    </message>
    <message>
        <source>inverse tangent</source>
        <translation>Arkustangens</translation>
    </message>
    <message>
        <source>is about</source>
        <translation>ist ungefähr</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>ist mindestens</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>ist höchstens</translation>
    </message>
    <message>
        <source>is greater than</source>
        <translation>ist größer als</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>ist kleiner als</translation>
    </message>
    <message>
        <source>is not equal to</source>
        <translation>ist ungleich</translation>
    </message>
    <message>
        <source>it can be a norm of the entries or of the map</source>
        <translation>es kann eine Norm der Einträge oder der Abbildung sein</translation>
    </message>
    <message>
        <source>it does not give names their numbers</source>
        <translation>es gibt den Namen keine Zahlen</translation>
    </message>
    <message>
        <source>it does not give names their shapes as texts</source>
        <translation>es gibt den Namen keine Formen als Texte</translation>
    </message>
    <message>
        <source>it ended without a message</source>
        <translation>es endete ohne eine Meldung</translation>
    </message>
    <message>
        <source>it grows by 1 everywhere</source>
        <translation>es wächst überall um 1</translation>
    </message>
    <message>
        <source>it grows by 1 in one entry only</source>
        <translation>es wächst nur in einem Eintrag um 1</translation>
    </message>
    <message>
        <source>it has no value between {0} and {1}</source>
        <translation>sie hat zwischen {0} und {1} keinen Wert</translation>
    </message>
    <message>
        <source>it has no value near zero</source>
        <translation>sie hat in der Nähe von null keinen Wert</translation>
    </message>
    <message>
        <source>it has no version</source>
        <translation>es hat keine Version</translation>
    </message>
    <message>
        <source>it has several values, and only a single one can be minimised</source>
        <translation>es hat mehrere Werte, und nur ein einzelner lässt sich minimieren</translation>
    </message>
    <message>
        <source>it has several values, so there is no height</source>
        <translation>sie hat mehrere Werte, also keine Höhe</translation>
    </message>
    <message>
        <source>it has {0} by {1} entries, too many to be drawn</source>
        <translation>sie hat {0} mal {1} Einträge, zu viele zum Zeichnen</translation>
    </message>
    <message>
        <source>it has {0} variables, too many to be drawn</source>
        <translation>sie hat {0} Variablen, zu viele zum Zeichnen</translation>
    </message>
    <message>
        <source>it holds a function of which nothing is known but its name</source>
        <translation>sie enthält eine Funktion, von der nur der Name bekannt ist</translation>
    </message>
    <message>
        <source>it holds no text</source>
        <translation>sie enthält keinen Text</translation>
    </message>
    <message>
        <source>it is a single operation, so there are no intermediate variables</source>
        <translation>es ist eine einzige Operation, also gibt es keine Zwischenvariablen</translation>
    </message>
    <message>
        <source>it is doubled</source>
        <translation>sie verdoppelt sich</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>es ist leer</translation>
    </message>
    <message>
        <source>it is larger than any lesson</source>
        <translation>sie ist größer als jede Lektion</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>es fehlt</translation>
    </message>
    <message>
        <source>it is multiplied by {2 n}</source>
        <translation>sie wird mit {2 n} multipliziert</translation>
    </message>
    <message>
        <source>it is multiplied by {2^n}</source>
        <translation>sie wird mit {2^n} multipliziert</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>sie ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>it is no file but a folder or a device</source>
        <translation>es ist keine Datei, sondern ein Ordner oder ein Gerät</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>es ist kein JSON</translation>
    </message>
    <message>
        <source>it is not a grade from 1 to {0}</source>
        <translation>es ist kein Grad von 1 bis {0}</translation>
    </message>
    <message>
        <source>it is not a list of pairs of texts</source>
        <translation>es ist keine Liste von Textpaaren</translation>
    </message>
    <message>
        <source>it is not a list of texts</source>
        <translation>es ist keine Liste von Texten</translation>
    </message>
    <message>
        <source>it is not a number</source>
        <translation>es ist keine Zahl</translation>
    </message>
    <message>
        <source>it is not a variable of its own</source>
        <translation>es ist keine eigene Variable</translation>
    </message>
    <message>
        <source>it is not a whole number, 1 or greater</source>
        <translation>es ist keine ganze Zahl ab 1</translation>
    </message>
    <message>
        <source>it is not among the matrix expressions that have a counterpart</source>
        <translation>es gehört nicht zu den Matrixausdrücken, die eine Entsprechung haben</translation>
    </message>
    <message>
        <source>it is not the number of a choice</source>
        <translation>es ist nicht die Nummer einer Auswahl</translation>
    </message>
    <message>
        <source>it is said to be diagonal</source>
        <translation>sie soll diagonal sein</translation>
    </message>
    <message>
        <source>it is said to be positive definite</source>
        <translation>sie soll positiv definit sein</translation>
    </message>
    <message>
        <source>it is said to be symmetric</source>
        <translation>sie soll symmetrisch sein</translation>
    </message>
    <message>
        <source>it is summed, measured, transposed, multiplied or added as vectors are</source>
        <translation>er wird summiert, gemessen, transponiert, multipliziert oder addiert, wie Vektoren es werden</translation>
    </message>
    <message>
        <source>it lacks {0}</source>
        <translation>es fehlt {0}</translation>
    </message>
    <message>
        <source>it makes no difference to the work</source>
        <translation>für den Aufwand ist es gleich</translation>
    </message>
    <message>
        <source>it stands beside other matrices</source>
        <translation>es steht neben anderen Matrizen</translation>
    </message>
    <message>
        <source>it stands in front of a vector as matrices do</source>
        <translation>er steht vor einem Vektor, wie Matrizen es tun</translation>
    </message>
    <message>
        <source>its columns are said to add up to 1</source>
        <translation>jede Spalte soll die Summe 1 haben</translation>
    </message>
    <message>
        <source>its derivation is {0}</source>
        <translation>ihre Ableitung hat kein Ende ({0})</translation>
    </message>
    <message>
        <source>its derivative has more than two directions; written as columns it is a matrix</source>
        <translation>ihre Ableitung hat mehr als zwei Richtungen; in Spalten geschrieben ist sie eine Matrix</translation>
    </message>
    <message>
        <source>its derivative has no value at any numbers that were tried</source>
        <translation>ihre Ableitung hat bei keinen der probierten Zahlen einen Wert</translation>
    </message>
    <message>
        <source>its derivative has several entries</source>
        <translation>ihre Ableitung hat mehrere Einträge</translation>
    </message>
    <message>
        <source>its derivative is a single number, so there is no pattern</source>
        <translation>ihre Ableitung ist eine einzelne Zahl, also gibt es kein Muster</translation>
    </message>
    <message>
        <source>its derivative is not symmetric</source>
        <translation>ihre Ableitung ist nicht symmetrisch</translation>
    </message>
    <message>
        <source>its derivative is {0}, and only a square matrix has eigenvalues</source>
        <translation>ihre Ableitung ist {0}, und nur eine quadratische Matrix hat Eigenwerte</translation>
    </message>
    <message>
        <source>its derivatives are matrices, which cannot be swapped, so there is no forward order</source>
        <translation>die Ableitungen sind Matrizen, die sich nicht vertauschen lassen, also gibt es keine Reihenfolge vorwärts</translation>
    </message>
    <message>
        <source>its entries are said to add up to 1</source>
        <translation>die Einträge sollen die Summe 1 haben</translation>
    </message>
    <message>
        <source>its entries are said to be positive</source>
        <translation>die Einträge sollen positiv sein</translation>
    </message>
    <message>
        <source>its entries do not move one by one</source>
        <translation>ihre Einträge bewegen sich nicht einzeln</translation>
    </message>
    <message>
        <source>its gradient is zero or missing wherever it was looked for</source>
        <translation>ihr Gradient ist null oder fehlt, wo immer gesucht wurde</translation>
    </message>
    <message>
        <source>its index stands for any entry</source>
        <translation>sein Index steht für irgendeinen Eintrag</translation>
    </message>
    <message>
        <source>its link leads back to itself</source>
        <translation>seine Verknüpfung führt auf sich selbst zurück</translation>
    </message>
    <message>
        <source>its number, then Return</source>
        <translation>seine Nummer, dann Eingabetaste</translation>
    </message>
    <message>
        <source>its rows are said to add up to 1</source>
        <translation>jede Zeile soll die Summe 1 haben</translation>
    </message>
    <message>
        <source>its shape</source>
        <translation>der Form</translation>
    </message>
    <message>
        <source>its variable does not stand for two numbers</source>
        <translation>ihre Variable steht nicht für zwei Zahlen</translation>
    </message>
    <message>
        <source>larger of two values</source>
        <translation>größerer von zwei Werten</translation>
    </message>
    <message>
        <source>largest entry</source>
        <translation>größter Eintrag</translation>
    </message>
    <message>
        <source>largest entry of each row</source>
        <translation>größter Eintrag jeder Zeile</translation>
    </message>
    <message>
        <source>layer normalization</source>
        <translation>Schichtnormalisierung</translation>
    </message>
    <message>
        <source>layer normalization of each row</source>
        <translation>Schichtnormalisierung jeder Zeile</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>eine Anordnung</translation>
    </message>
    <message>
        <source>leaky rectified linear unit</source>
        <translation>durchlässige gleichgerichtete lineare Einheit</translation>
    </message>
    <message>
        <source>length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>length of a vector</source>
        <translation>Länge eines Vektors</translation>
    </message>
    <message>
        <source>less-than comparison</source>
        <translation>Vergleich „kleiner als“</translation>
    </message>
    <message>
        <source>lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>lg is the logarithm to base 10 for some, to base 2 for others: write log10(x) or log2(x).</source>
        <translation>lg ist für manche der Logarithmus zur Basis 10, für andere zur Basis 2: Schreiben Sie log10(x) oder log2(x).</translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>Zeile {0}</translation>
    </message>
    <message>
        <source>logarithm of a binomial coefficient</source>
        <translation>Logarithmus eines Binomialkoeffizienten</translation>
    </message>
    <message>
        <source>logarithm of the beta function</source>
        <translation>Logarithmus der Betafunktion</translation>
    </message>
    <message>
        <source>logarithm of the determinant</source>
        <translation>Logarithmus der Determinante</translation>
    </message>
    <message>
        <source>logarithm of the gamma function</source>
        <translation>Logarithmus der Gammafunktion</translation>
    </message>
    <message>
        <source>logarithm of the logistic sigmoid</source>
        <translation>Logarithmus der logistischen Sigmoidfunktion</translation>
    </message>
    <message>
        <source>logarithm of the sum of exponentials</source>
        <translation>Logarithmus der Summe der Exponentiale</translation>
    </message>
    <message>
        <source>logarithm of the sum of two exponentials</source>
        <translation>Logarithmus der Summe zweier Exponentialfunktionen</translation>
    </message>
    <message>
        <source>logarithm to base ten</source>
        <translation>Logarithmus zur Basis zehn</translation>
    </message>
    <message>
        <source>logarithm to base two</source>
        <translation>Logarithmus zur Basis zwei</translation>
    </message>
    <message>
        <source>logistic sigmoid</source>
        <translation>logistische Sigmoidfunktion</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>Logit</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>matplotlib</source>
        <translation>matplotlib</translation>
    </message>
    <message>
        <source>matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>matrix by a formula for its entries</source>
        <translation>Matrix durch eine Formel für ihre Einträge</translation>
    </message>
    <message>
        <source>matrix product</source>
        <translation>Matrixprodukt</translation>
    </message>
    <message>
        <source>matrix that makes vec(X&apos;) of vec(X)</source>
        <translation>Matrix, die aus vec(X) vec(X&apos;) macht</translation>
    </message>
    <message>
        <source>matrix with a vector on its diagonal</source>
        <translation>Matrix mit einem Vektor auf der Diagonale</translation>
    </message>
    <message>
        <source>matrix with the same number in every entry</source>
        <translation>Matrix mit derselben Zahl in jedem Eintrag</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>mean absolute error</source>
        <translation>mittlerer absoluter Fehler</translation>
    </message>
    <message>
        <source>mean absolute error of a batch</source>
        <translation>mittlerer absoluter Fehler eines Batches</translation>
    </message>
    <message>
        <source>mean of the distances</source>
        <translation>Mittel der Abstände</translation>
    </message>
    <message>
        <source>mean of the entries</source>
        <translation>Mittelwert der Einträge</translation>
    </message>
    <message>
        <source>mean of the squared differences</source>
        <translation>Mittel der quadrierten Differenzen</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>mittlerer quadratischer Fehler</translation>
    </message>
    <message>
        <source>mean squared error of a batch</source>
        <translation>mittlerer quadratischer Fehler eines Batches</translation>
    </message>
    <message>
        <source>method</source>
        <translation>ein Verfahren</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>minus</source>
        <translation>minus</translation>
    </message>
    <message>
        <source>minus signs cancel or move to the front</source>
        <translation>Minuszeichen heben sich auf oder rücken nach vorn</translation>
    </message>
    <message>
        <source>mish</source>
        <translation>Mish</translation>
    </message>
    <message>
        <source>more than {0} indices are bound inside each other</source>
        <translation>mehr als {0} Indizes sind ineinander gebunden</translation>
    </message>
    <message>
        <source>more than {0} layers are not read</source>
        <translation>mehr als {0} Schichten werden nicht gelesen</translation>
    </message>
    <message>
        <source>more than {0} signs and names stand in front of the function</source>
        <translation>vor der Funktion stehen mehr als {0} Zeichen und Namen</translation>
    </message>
    <message>
        <source>multiplied entry by entry</source>
        <translation>elementweise multiplizieren</translation>
    </message>
    <message>
        <source>multiplies the known Jacobians of the operations</source>
        <translation>multipliziert die bekannten Jacobi-Matrizen der Operationen</translation>
    </message>
    <message>
        <source>n does not depend on x</source>
        <translation>n hängt nicht von x ab</translation>
    </message>
    <message>
        <source>n ones add up to n, and n times the same scalar to n times that scalar.</source>
        <translation>n Einsen ergeben zusammen n, und n-mal derselbe Skalar ergibt n mal diesen Skalar.</translation>
    </message>
    <message>
        <source>n stands where the total does, or the other way round</source>
        <translation>n steht, wo die Summe hingehört, oder umgekehrt</translation>
    </message>
    <message>
        <source>names intermediate variables, differentiates each, multiplies and adds</source>
        <translation>benennt Zwischenvariablen, leitet jede ab, multipliziert und addiert</translation>
    </message>
    <message>
        <source>names the values, then sweeps back to all variables at once</source>
        <translation>benennt die Werte und läuft dann zu allen Variablen zugleich zurück</translation>
    </message>
    <message>
        <source>natural logarithm</source>
        <translation>natürlicher Logarithmus</translation>
    </message>
    <message>
        <source>natural logarithm of one plus the argument</source>
        <translation>natürlicher Logarithmus von eins plus dem Argument</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>negativ</translation>
    </message>
    <message>
        <source>newton, for one step of Newton&apos;s method from the same start</source>
        <translation>newton, für einen Schritt des Newton-Verfahrens vom selben Start aus</translation>
    </message>
    <message>
        <source>no entry is zero for all values</source>
        <translation>kein Eintrag ist bei allen Werten null</translation>
    </message>
    <message>
        <source>no entry of A is 0</source>
        <translation>kein Eintrag von A ist 0</translation>
    </message>
    <message>
        <source>no entry of u equals that of v</source>
        <translation>kein Eintrag von u ist gleich dem von v</translation>
    </message>
    <message>
        <source>no entry of v is 0</source>
        <translation>kein Eintrag von v ist 0</translation>
    </message>
    <message>
        <source>no entry of w is 0</source>
        <translation>kein Eintrag von w ist 0</translation>
    </message>
    <message>
        <source>no factor is zero</source>
        <translation>kein Faktor ist null</translation>
    </message>
    <message>
        <source>no false line could be made for these skills</source>
        <translation>für diese Fertigkeiten ließ sich keine falsche Zeile machen</translation>
    </message>
    <message>
        <source>no point was found where it and its derivative have a value</source>
        <translation>es wurde kein Punkt gefunden, an dem sie und ihre Ableitung einen Wert haben</translation>
    </message>
    <message>
        <source>no point was found where {0} have a value</source>
        <translation>es fand sich kein Punkt, an dem {0} einen Wert haben</translation>
    </message>
    <message>
        <source>no problem could be made for “{0}”</source>
        <translation>für „{0}“ ließ sich keine Aufgabe machen</translation>
    </message>
    <message>
        <source>no problem {0} stands above</source>
        <translation>darüber steht keine Aufgabe {0}</translation>
    </message>
    <message>
        <source>no shorter form</source>
        <translation>keine kürzere Form</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>no variable of differentiation was given</source>
        <translation>es wurde keine Variable genannt, nach der abgeleitet wird</translation>
    </message>
    <message>
        <source>none</source>
        <translation>auf keinem</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>normal density with mean m and standard deviation s</source>
        <translation>Dichte der Normalverteilung mit Mittelwert m und Standardabweichung s</translation>
    </message>
    <message>
        <source>normal distribution function with mean m and standard deviation s</source>
        <translation>Verteilungsfunktion der Normalverteilung mit Mittelwert m und Standardabweichung s</translation>
    </message>
    <message>
        <source>not equal</source>
        <translation>ungleich</translation>
    </message>
    <message>
        <source>not every entry of its derivative has a value</source>
        <translation>nicht jeder Eintrag ihrer Ableitung hat einen Wert</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>nothing can be divided by zero</source>
        <translation>durch null kann nichts geteilt werden</translation>
    </message>
    <message>
        <source>nothing can be divided by {0}, which is zero for all values of the variables</source>
        <translation>durch {0} kann nichts geteilt werden: Es ist null für alle Werte der Variablen</translation>
    </message>
    <message>
        <source>nothing can be read off</source>
        <translation>es lässt sich nichts ablesen</translation>
    </message>
    <message>
        <source>nothing in it depends on the variable</source>
        <translation>nichts darin hängt von der Variable ab</translation>
    </message>
    <message>
        <source>nothing in the function needs entries of it</source>
        <translation>nichts in der Funktion braucht Einträge davon</translation>
    </message>
    <message>
        <source>nothing is differentiated with respect to a row of a matrix</source>
        <translation>nach einer Zeile einer Matrix wird nicht abgeleitet</translation>
    </message>
    <message>
        <source>nothing is due</source>
        <translation>nichts ist fällig</translation>
    </message>
    <message>
        <source>nothing is known about the function {0} but its name</source>
        <translation>von der Funktion {0} ist nur der Name bekannt</translation>
    </message>
    <message>
        <source>nothing is known of f; g depends on x</source>
        <translation>von f ist nichts bekannt; g hängt von x ab</translation>
    </message>
    <message>
        <source>nothing is known of f; u depends on X</source>
        <translation>von f ist nichts bekannt; u hängt von X ab</translation>
    </message>
    <message>
        <source>nothing moves in {0}: it has no variable</source>
        <translation>in {0} bewegt sich nichts: Es enthält keine Variable</translation>
    </message>
    <message>
        <source>nothing says what {0} is</source>
        <translation>nichts sagt, was {0} ist</translation>
    </message>
    <message>
        <source>nothing was typed</source>
        <translation>es wurde nichts eingegeben</translation>
    </message>
    <message>
        <source>number of all entries</source>
        <translation>Anzahl aller Einträge</translation>
    </message>
    <message>
        <source>number of entries of a vector, of rows of a matrix</source>
        <translation>Anzahl der Einträge eines Vektors, der Zeilen einer Matrix</translation>
    </message>
    <message>
        <source>number, Return</source>
        <translation>Zahl, Eingabe</translation>
    </message>
    <message>
        <source>numbers for open sizes, by name</source>
        <translation>Zahlen für offene Größen, nach Namen</translation>
    </message>
    <message>
        <source>numbers with commas, such as 1, 2</source>
        <translation>Zahlen mit Kommas, etwa 1, 2</translation>
    </message>
    <message>
        <source>numerator</source>
        <translation>Zählerlayout</translation>
    </message>
    <message>
        <source>numerator or denominator</source>
        <translation>numerator oder denominator</translation>
    </message>
    <message>
        <source>of a {0} by a {1}: {2}</source>
        <translation>{0} nach {1}: {2}</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>von {0}</translation>
    </message>
    <message>
        <source>of {0}, {1} behind</source>
        <translation>von {0}, {1} im Verzug</translation>
    </message>
    <message>
        <source>of {0}, {1} to spare</source>
        <translation>von {0}, {1} übrig</translation>
    </message>
    <message>
        <source>on the board</source>
        <translation>auf der Tafel</translation>
    </message>
    <message>
        <source>on the diagonal</source>
        <translation>auf der Diagonale</translation>
    </message>
    <message>
        <source>one</source>
        <translation>auf einem</translation>
    </message>
    <message>
        <source>one contribution from each step, added up</source>
        <translation>aus einem Beitrag jedes Schritts, addiert</translation>
    </message>
    <message>
        <source>one entry</source>
        <translation>einen Eintrag</translation>
    </message>
    <message>
        <source>one minus the cosine of the angle</source>
        <translation>eins minus den Kosinus des Winkels</translation>
    </message>
    <message>
        <source>one number is expected here, not {0}</source>
        <translation>hier wird eine einzige Zahl erwartet, nicht {0}</translation>
    </message>
    <message>
        <source>one of its parts</source>
        <translation>einer seiner Teile</translation>
    </message>
    <message>
        <source>one row and {n} columns</source>
        <translation>eine Zeile und {n} Spalten</translation>
    </message>
    <message>
        <source>one value or the other, by a condition</source>
        <translation>der eine Wert oder der andere, je nach Bedingung</translation>
    </message>
    <message>
        <source>one value where a condition holds, else another</source>
        <translation>ein Wert, wo eine Bedingung gilt, sonst ein anderer</translation>
    </message>
    <message>
        <source>only 0 or 1 can be taken off the number of entries</source>
        <translation>von der Anzahl der Einträge kann nur 0 oder 1 abgezogen werden</translation>
    </message>
    <message>
        <source>only a matrix has rows</source>
        <translation>nur eine Matrix hat Zeilen</translation>
    </message>
    <message>
        <source>only a name can be defined</source>
        <translation>nur ein Name lässt sich definieren</translation>
    </message>
    <message>
        <source>only a scalar expands to a vector</source>
        <translation>nur ein Skalar wird zu einem Vektor erweitert</translation>
    </message>
    <message>
        <source>only a single name can be given a value</source>
        <translation>nur ein einzelner Name kann einen Wert bekommen</translation>
    </message>
    <message>
        <source>only a variable can be defined</source>
        <translation>nur eine Variable lässt sich definieren</translation>
    </message>
    <message>
        <source>only rows of the same length can be stacked</source>
        <translation>nur gleich lange Zeilen lassen sich stapeln</translation>
    </message>
    <message numerus="yes">
        <source>only {0} points were found where {1} have a value</source>
        <translation>
            <numerusform>es fand sich nur {0} Punkt, an dem {1} einen Wert haben</numerusform>
            <numerusform>es fanden sich nur {0} Punkte, an denen {1} einen Wert haben</numerusform>
        </translation>
    </message>
    <message>
        <source>open paren {0} close paren</source>
        <translation>Klammer auf {0} Klammer zu</translation>
    </message>
    <message>
        <source>otherwise</source>
        <translation>sonst</translation>
    </message>
    <message>
        <source>outer product of two vectors, a matrix</source>
        <translation>äußeres Produkt zweier Vektoren, eine Matrix</translation>
    </message>
    <message>
        <source>parametric rectified linear unit</source>
        <translation>parametrische gleichgerichtete lineare Einheit</translation>
    </message>
    <message>
        <source>partial derivative</source>
        <translation>partielle Ableitung</translation>
    </message>
    <message>
        <source>picks the method that suits the function</source>
        <translation>wählt das Verfahren, das zur Funktion passt</translation>
    </message>
    <message>
        <source>placeholder for the first part</source>
        <translation>Platzhalter für den ersten Teil</translation>
    </message>
    <message>
        <source>plus</source>
        <translation>plus</translation>
    </message>
    <message>
        <source>point between a and b</source>
        <translation>Punkt zwischen a und b</translation>
    </message>
    <message>
        <source>polynomial division; computed by SymPy&apos;s cancel and factor</source>
        <translation>Polynomdivision; berechnet mit cancel und factor aus SymPy</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>positiv</translation>
    </message>
    <message>
        <source>power</source>
        <translation>Potenz</translation>
    </message>
    <message>
        <source>power of a matrix</source>
        <translation>Potenz einer Matrix</translation>
    </message>
    <message>
        <source>power of ten</source>
        <translation>Zehnerpotenz</translation>
    </message>
    <message>
        <source>powers of a matrix are read up to {0}</source>
        <translation>Potenzen einer Matrix werden bis {0} gelesen</translation>
    </message>
    <message>
        <source>predictions ({0}) and targets ({1}) have two shapes</source>
        <translation>Vorhersagen ({0}) und Zielwerte ({1}) haben verschiedene Formen</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>product entry by entry</source>
        <translation>Produkt Eintrag für Eintrag</translation>
    </message>
    <message>
        <source>product of the entries</source>
        <translation>Produkt der Einträge</translation>
    </message>
    <message>
        <source>product of two vectors, a number</source>
        <translation>Produkt zweier Vektoren, eine Zahl</translation>
    </message>
    <message>
        <source>product with something added</source>
        <translation>Produkt, zu dem etwas addiert wird</translation>
    </message>
    <message>
        <source>pushes d/dx inwards, one rule at a time</source>
        <translation>schiebt d/dx nach innen, Regel für Regel</translation>
    </message>
    <message>
        <source>quadratic form</source>
        <translation>quadratische Form</translation>
    </message>
    <message>
        <source>queries ({0}), keys ({1}) and values ({2}) do not fit</source>
        <translation>Anfragen ({0}), Schlüssel ({1}) und Werte ({2}) passen nicht zusammen</translation>
    </message>
    <message>
        <source>questions for Moodle</source>
        <translation>Fragen für Moodle</translation>
    </message>
    <message>
        <source>quotient entry by entry</source>
        <translation>Quotient Eintrag für Eintrag</translation>
    </message>
    <message>
        <source>reciprocal</source>
        <translation>Kehrwert</translation>
    </message>
    <message>
        <source>rectified linear unit</source>
        <translation>gleichgerichtete lineare Einheit</translation>
    </message>
    <message>
        <source>rectified linear unit with ceiling six</source>
        <translation>gleichgerichtete lineare Einheit mit Obergrenze sechs</translation>
    </message>
    <message>
        <source>rectified linear unit, of slope a below 0</source>
        <translation>rektifizierte lineare Einheit mit Steigung a unter 0</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Nachschlagen</translation>
    </message>
    <message>
        <source>root</source>
        <translation>Wurzel</translation>
    </message>
    <message>
        <source>root of the mean of the squares</source>
        <translation>Wurzel aus dem Mittel der Quadrate</translation>
    </message>
    <message>
        <source>root of the mean squared difference</source>
        <translation>Wurzel aus der mittleren quadratischen Abweichung</translation>
    </message>
    <message>
        <source>round brackets hold one expression, not a list</source>
        <translation>runde Klammern enthalten einen Ausdruck, keine Liste</translation>
    </message>
    <message>
        <source>row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>row by a formula for its entries</source>
        <translation>Zeile durch eine Formel für ihre Einträge</translation>
    </message>
    <message>
        <source>row i of the matrix {X}, used as a column</source>
        <translation>Zeile i der Matrix {X}, als Spalte verwendet</translation>
    </message>
    <message>
        <source>row {0} of {1}</source>
        <translation>Zeile {0} von {1}</translation>
    </message>
    <message>
        <source>row {0}: {1}</source>
        <translation>Zeile {0}: {1}</translation>
    </message>
    <message>
        <source>row {0}: {1};</source>
        <translation>Zeile {0}: {1};</translation>
    </message>
    <message>
        <source>rows become columns</source>
        <translation>Zeilen werden Spalten</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>scalar</source>
        <translation>Skalar</translation>
    </message>
    <message>
        <source>scaled exponential linear unit</source>
        <translation>skalierte exponentielle lineare Einheit</translation>
    </message>
    <message>
        <source>secant</source>
        <translation>Sekans</translation>
    </message>
    <message>
        <source>second derivative</source>
        <translation>zweite Ableitung</translation>
    </message>
    <message>
        <source>set here</source>
        <translation>hier gesetzt</translation>
    </message>
    <message>
        <source>shapes, names and definitions follow</source>
        <translation>Formen, Namen und Definitionen folgen</translation>
    </message>
    <message>
        <source>shown as text, because it cannot be typeset</source>
        <translation>als Text gezeigt, weil es sich nicht setzen lässt</translation>
    </message>
    <message>
        <source>sigmoid-weighted linear unit</source>
        <translation>sigmoidgewichtete lineare Einheit</translation>
    </message>
    <message>
        <source>sigmoid-weighted linear unit that is steeper by b</source>
        <translation>mit der Sigmoidfunktion gewichtete lineare Einheit, um b steiler</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>Vorzeichen</translation>
    </message>
    <message>
        <source>sine</source>
        <translation>Sinus</translation>
    </message>
    <message>
        <source>sine of the argument, over the argument</source>
        <translation>Sinus des Arguments, geteilt durch das Argument</translation>
    </message>
    <message>
        <source>smaller of two values</source>
        <translation>kleinerer von zwei Werten</translation>
    </message>
    <message>
        <source>smallest entry</source>
        <translation>kleinster Eintrag</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>softmax of each row</source>
        <translation>Softmax jeder Zeile</translation>
    </message>
    <message>
        <source>softplus</source>
        <translation>Softplus</translation>
    </message>
    <message>
        <source>softplus that is sharper by b</source>
        <translation>Softplus, um b schärfer</translation>
    </message>
    <message>
        <source>softsign</source>
        <translation>Softsign</translation>
    </message>
    <message>
        <source>something is missing here</source>
        <translation>hier fehlt etwas</translation>
    </message>
    <message>
        <source>something is missing{0}</source>
        <translation>etwas fehlt{0}</translation>
    </message>
    <message>
        <source>something with a minus sign in front</source>
        <translation>etwas mit einem Minuszeichen davor</translation>
    </message>
    <message>
        <source>square</source>
        <translation>Quadrat</translation>
    </message>
    <message>
        <source>square root</source>
        <translation>Quadratwurzel</translation>
    </message>
    <message>
        <source>squared hinge loss of a margin</source>
        <translation>quadrierter Hinge-Verlust eines Abstands</translation>
    </message>
    <message>
        <source>standard deviation of each row</source>
        <translation>Standardabweichung jeder Zeile</translation>
    </message>
    <message>
        <source>standard deviation of the entries</source>
        <translation>Standardabweichung der Einträge</translation>
    </message>
    <message>
        <source>standard normal density</source>
        <translation>Dichte der Standardnormalverteilung</translation>
    </message>
    <message>
        <source>standard normal distribution function</source>
        <translation>Verteilungsfunktion der Standardnormalverteilung</translation>
    </message>
    <message>
        <source>stands for {f}</source>
        <translation>steht für {f}</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>step {0} ({1}) of {2} fails its check: {3}</source>
        <translation>Schritt {0} ({1}) von {2} besteht die Probe nicht: {3}</translation>
    </message>
    <message>
        <source>substitute</source>
        <translation>einsetzen</translation>
    </message>
    <message>
        <source>sum of the absolute values</source>
        <translation>Summe der Beträge</translation>
    </message>
    <message>
        <source>sum of the squared differences</source>
        <translation>Summe der quadrierten Differenzen</translation>
    </message>
    <message>
        <source>sum of the squares</source>
        <translation>Summe der Quadrate</translation>
    </message>
    <message>
        <source>sum over an index, or of the entries</source>
        <translation>Summe über einen Index oder der Einträge</translation>
    </message>
    <message>
        <source>sum takes a vector or a matrix</source>
        <translation>sum nimmt einen Vektor oder eine Matrix</translation>
    </message>
    <message>
        <source>tangent</source>
        <translation>Tangens</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>the Frobenius norm of {0}</source>
        <translation>Frobenius-Norm von {0}</translation>
    </message>
    <message>
        <source>the Gaussian error linear unit of {0}</source>
        <translation>Gaußsche Fehler-Lineareinheit von {0}</translation>
    </message>
    <message>
        <source>the Heaviside step of {0}</source>
        <translation>Heaviside-Sprung von {0}</translation>
    </message>
    <message>
        <source>the Hessian has no inverse where the descent starts</source>
        <translation>die Hesse-Matrix hat dort, wo der Abstieg beginnt, keine Inverse</translation>
    </message>
    <message>
        <source>the Hessian is that of a scalar</source>
        <translation>die Hesse-Matrix gehört zu einem Skalar</translation>
    </message>
    <message>
        <source>the Huber loss of {0}</source>
        <translation>der Huber-Verlust von {0}</translation>
    </message>
    <message>
        <source>the Jacobian: row i, column j holds the partial derivative of entry i with respect to entry j</source>
        <translation>die Jacobi-Matrix: Zeile i, Spalte j enthält die partielle Ableitung von Eintrag i nach Eintrag j</translation>
    </message>
    <message>
        <source>the Kronecker product takes matrices and vectors, not a scalar</source>
        <translation>das Kronecker-Produkt nimmt Matrizen und Vektoren, keinen Skalar</translation>
    </message>
    <message>
        <source>the absolute value of {0}</source>
        <translation>der Betrag von {0}</translation>
    </message>
    <message>
        <source>the activation {0} is not read</source>
        <translation>die Aktivierung {0} wird nicht gelesen</translation>
    </message>
    <message>
        <source>the angle of the point at height {0} and distance {1}</source>
        <translation>der Winkel des Punktes in Höhe {0} und Abstand {1}</translation>
    </message>
    <message>
        <source>the attention of queries {0}, keys {1} and values {2}</source>
        <translation>die Attention der Anfragen {0}, Schlüssel {1} und Werte {2}</translation>
    </message>
    <message>
        <source>the average of the gradients of the examples</source>
        <translation>das Mittel der Gradienten der Beispiele</translation>
    </message>
    <message>
        <source>the axis cannot go from {0} to {1}</source>
        <translation>die Achse kann nicht von {0} bis {1} gehen</translation>
    </message>
    <message>
        <source>the bar “{0}” is never closed</source>
        <translation>der Strich „{0}“ wird nie geschlossen</translation>
    </message>
    <message>
        <source>the bracket “{0}” is never closed</source>
        <translation>die Klammer „{0}“ wird nie geschlossen</translation>
    </message>
    <message>
        <source>the character {0}, which can&apos;t be seen,</source>
        <translation>das Zeichen {0}, das nicht zu sehen ist,</translation>
    </message>
    <message>
        <source>the character “{0}”</source>
        <translation>das Zeichen „{0}“</translation>
    </message>
    <message>
        <source>the character “∇” is not part of the language</source>
        <translation>das Zeichen „∇“ gehört nicht zur Sprache</translation>
    </message>
    <message>
        <source>the class {0} has no forward</source>
        <translation>die Klasse {0} hat kein forward</translation>
    </message>
    <message>
        <source>the column of size {0} whose entry {1} is {2}</source>
        <translation>die Spalte der Größe {0}, deren Eintrag {1} gleich {2} ist</translation>
    </message>
    <message>
        <source>the column {0}</source>
        <translation>die Spalte {0}</translation>
    </message>
    <message>
        <source>the columns of the left matrix are partitioned like the rows of the right one</source>
        <translation>die Spalten der linken Matrix sind dort geteilt, wo es die Zeilen der rechten sind</translation>
    </message>
    <message>
        <source>the commutation matrix for </source>
        <translation>die Kommutationsmatrix für </translation>
    </message>
    <message>
        <source>the complementary error function of {0}</source>
        <translation>komplementäre Fehlerfunktion von {0}</translation>
    </message>
    <message>
        <source>the condition of a case follows</source>
        <translation>die Bedingung eines Falls folgt</translation>
    </message>
    <message>
        <source>the condition of a case is a scalar</source>
        <translation>die Bedingung eines Falls ist ein Skalar</translation>
    </message>
    <message>
        <source>the constant {0} has no known value</source>
        <translation>die Konstante {0} hat keinen bekannten Wert</translation>
    </message>
    <message>
        <source>the contribution of the last step alone</source>
        <translation>aus dem Beitrag des letzten Schritts allein</translation>
    </message>
    <message>
        <source>the contributions of the steps, multiplied</source>
        <translation>aus den Beiträgen der Schritte, multipliziert</translation>
    </message>
    <message>
        <source>the cosecant of {0}</source>
        <translation>Kosekans von {0}</translation>
    </message>
    <message>
        <source>the cosine of {0}</source>
        <translation>der Kosinus von {0}</translation>
    </message>
    <message>
        <source>the cotangent of {0}</source>
        <translation>Kotangens von {0}</translation>
    </message>
    <message>
        <source>the cross-entropy of a batch of {0} and {1}</source>
        <translation>die Kreuzentropie eines Batches von {0} und {1}</translation>
    </message>
    <message>
        <source>the cross-entropy of one class alone is always 0</source>
        <translation>die Kreuzentropie einer einzigen Klasse ist immer 0</translation>
    </message>
    <message>
        <source>the cross-entropy of {0} and {1}</source>
        <translation>die Kreuzentropie von {0} und {1}</translation>
    </message>
    <message>
        <source>the cube root of {0}</source>
        <translation>die dritte Wurzel aus {0}</translation>
    </message>
    <message>
        <source>the definition of the matrix product</source>
        <translation>die Definition des Matrixprodukts</translation>
    </message>
    <message>
        <source>the definition of the mean</source>
        <translation>die Definition des Mittelwerts</translation>
    </message>
    <message>
        <source>the definition of the sum of matrices</source>
        <translation>die Definition der Summe von Matrizen</translation>
    </message>
    <message>
        <source>the definition of vec</source>
        <translation>die Definition von vec</translation>
    </message>
    <message>
        <source>the definition of {0} uses {1} before its own definition</source>
        <translation>die Definition von {0} benutzt {1} vor dessen eigener Definition</translation>
    </message>
    <message>
        <source>the definition of {0} uses {1}, which is not defined before it</source>
        <translation>die Definition von {0} benutzt {1}, was davor nicht definiert ist</translation>
    </message>
    <message>
        <source>the definitions use each other several times: put in, they make a function of more than {0} parts</source>
        <translation>die Definitionen verwenden einander mehrmals: Eingesetzt ergeben sie eine Funktion mit mehr als {0} Teilen</translation>
    </message>
    <message>
        <source>the derivation does not use the rule {0}</source>
        <translation>die Ableitung benutzt die Regel {0} nicht</translation>
    </message>
    <message>
        <source>the derivation does not use the rule {0} as often as {1} times</source>
        <translation>die Ableitung benutzt die Regel {0} keine {1} Mal</translation>
    </message>
    <message>
        <source>the derivation has no step {0}</source>
        <translation>die Herleitung hat keinen Schritt {0}</translation>
    </message>
    <message>
        <source>the derivation is damaged: row {0} of its nodes cannot be read ({1})</source>
        <translation>die Ableitung ist beschädigt: Zeile {0} ihrer Knoten ist nicht lesbar ({1})</translation>
    </message>
    <message>
        <source>the derivation is damaged: {0}</source>
        <translation>die Herleitung ist beschädigt: {0}</translation>
    </message>
    <message>
        <source>the derivation of this term is the one on the board</source>
        <translation>die Ableitung dieses Terms ist die auf der Tafel</translation>
    </message>
    <message>
        <source>the derivation of {0} is {1}: {2}</source>
        <translation>die Ableitung von {0} ist {1}: {2}</translation>
    </message>
    <message>
        <source>the derivation was cancelled</source>
        <translation>die Ableitung wurde abgebrochen</translation>
    </message>
    <message>
        <source>the derivation was stopped: it needs more than {0} attempts to apply a rule</source>
        <translation>die Ableitung wurde angehalten: Sie braucht mehr als {0} Versuche, eine Regel anzuwenden</translation>
    </message>
    <message>
        <source>the derivation was stopped: it needs more than {0} steps</source>
        <translation>die Ableitung wurde angehalten: Sie braucht mehr als {0} Schritte</translation>
    </message>
    <message>
        <source>the derivation was stopped: it takes longer than {0} s</source>
        <translation>die Ableitung wurde angehalten: Sie dauert länger als {0} s</translation>
    </message>
    <message>
        <source>the derivative cannot be read off {0}</source>
        <translation>die Ableitung lässt sich an {0} nicht ablesen</translation>
    </message>
    <message>
        <source>the derivative is {0}</source>
        <translation>die Ableitung ist {0}</translation>
    </message>
    <message>
        <source>the derivative of a value of shape {0} with respect to a variable of shape {1} has more than two directions</source>
        <translation>die Ableitung eines Werts der Form {0} nach einer Variable der Form {1} hat mehr als zwei Richtungen</translation>
    </message>
    <message>
        <source>the derivative of {0} with respect to {1}</source>
        <translation>die Ableitung von {0} nach {1}</translation>
    </message>
    <message>
        <source>the derivative of {0} with respect to {1} has no result: {2}</source>
        <translation>die Ableitung von {0} nach {1} hat kein Ergebnis: {2}</translation>
    </message>
    <message>
        <source>the derivative with respect to {1} of {0}</source>
        <translation>die Ableitung nach {1} von {0}</translation>
    </message>
    <message>
        <source>the derivative with respect to {1} of {0}, end derivative,</source>
        <translation>die Ableitung nach {1} von {0}, Ende der Ableitung,</translation>
    </message>
    <message>
        <source>the derivative, where everything that depends on {z} follows</source>
        <translation>die Ableitung, bei der alles folgt, was von {z} abhängt</translation>
    </message>
    <message>
        <source>the determinant of {0}</source>
        <translation>die Determinante von {0}</translation>
    </message>
    <message>
        <source>the determinant of {0} is always 0: of its {1} rows no more than {2} are independent</source>
        <translation>die Determinante von {0} ist immer 0: von den {1} Zeilen sind höchstens {2} linear unabhängig</translation>
    </message>
    <message>
        <source>the diagonal matrix of size {0} whose entry {1} is {2}</source>
        <translation>die Diagonalmatrix der Größe {0}, deren Eintrag {1} gleich {2} ist</translation>
    </message>
    <message>
        <source>the diagonal matrix of {0}</source>
        <translation>die Diagonalmatrix von {0}</translation>
    </message>
    <message>
        <source>the diagonal of {0}</source>
        <translation>die Diagonale von {0}</translation>
    </message>
    <message>
        <source>the differential of {0}</source>
        <translation>das Differential von {0}</translation>
    </message>
    <message>
        <source>the digamma function of {0}</source>
        <translation>die Digammafunktion von {0}</translation>
    </message>
    <message>
        <source>the dot product needs two vectors of one size, not {0} and {1}</source>
        <translation>das Skalarprodukt braucht zwei Vektoren gleicher Größe, nicht {0} und {1}</translation>
    </message>
    <message>
        <source>the dot product of {0} ({1}) and {2} ({3}) needs two vectors of one size</source>
        <translation>das Skalarprodukt von {0} ({1}) und {2} ({3}) braucht zwei Vektoren gleicher Größe</translation>
    </message>
    <message>
        <source>the dot product: multiply entry by entry, then add</source>
        <translation>das Skalarprodukt: elementweise multiplizieren, dann addieren</translation>
    </message>
    <message>
        <source>the element-wise product</source>
        <translation>das elementweise Produkt</translation>
    </message>
    <message>
        <source>the element-wise quotient</source>
        <translation>der elementweise Quotient</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>das Ende</translation>
    </message>
    <message>
        <source>the end of the text</source>
        <translation>das Ende des Textes</translation>
    </message>
    <message>
        <source>the entries of a derivative with respect to {0} are not written</source>
        <translation>die Einträge einer Ableitung nach {0} werden nicht geschrieben</translation>
    </message>
    <message>
        <source>the entries of a list are scalars</source>
        <translation>die Einträge einer Liste sind Skalare</translation>
    </message>
    <message>
        <source>the entries of a matrix are scalars</source>
        <translation>die Einträge einer Matrix sind Skalare</translation>
    </message>
    <message>
        <source>the entries of {x} and below them {z}, one vector of n+1 entries</source>
        <translation>die Einträge von {x} und darunter {z}, ein Vektor mit n+1 Einträgen</translation>
    </message>
    <message>
        <source>the environment {0} ends where none began</source>
        <translation>die Umgebung {0} endet, wo keine begonnen hat</translation>
    </message>
    <message>
        <source>the environment {0} is not closed</source>
        <translation>die Umgebung {0} ist nicht geschlossen</translation>
    </message>
    <message>
        <source>the environment {0} is not read</source>
        <translation>die Umgebung {0} wird nicht gelesen</translation>
    </message>
    <message>
        <source>the equation was given with the function, or is the condition of the case</source>
        <translation>die Gleichung wurde mit der Funktion angegeben oder ist die Bedingung des Falls</translation>
    </message>
    <message>
        <source>the error function of {0}</source>
        <translation>Fehlerfunktion von {0}</translation>
    </message>
    <message>
        <source>the exercise is done</source>
        <translation>die Aufgabe ist fertig</translation>
    </message>
    <message>
        <source>the exponent of a function is a number or a name</source>
        <translation>der Exponent einer Funktion ist eine Zahl oder ein Name</translation>
    </message>
    <message>
        <source>the exponent of a matrix is a number, not a {0} value</source>
        <translation>der Exponent einer Matrix ist eine Zahl, kein Wert der Form {0}</translation>
    </message>
    <message>
        <source>the exponential linear unit of {0}</source>
        <translation>exponentielle lineare Einheit von {0}</translation>
    </message>
    <message>
        <source>the expression ends too early</source>
        <translation>der Ausdruck endet zu früh</translation>
    </message>
    <message>
        <source>the expression is nested more than {0} levels deep</source>
        <translation>der Ausdruck ist mehr als {0} Ebenen tief verschachtelt</translation>
    </message>
    <message>
        <source>the expression is nested too deeply</source>
        <translation>der Ausdruck ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>the expression stops too early{0}</source>
        <translation>der Ausdruck hört zu früh auf{0}</translation>
    </message>
    <message>
        <source>the factor is the same in every term</source>
        <translation>der Faktor ist in jedem Term gleich</translation>
    </message>
    <message>
        <source>the factorial of {0}</source>
        <translation>die Fakultät von {0}</translation>
    </message>
    <message>
        <source>the factors are positive</source>
        <translation>die Faktoren sind positiv</translation>
    </message>
    <message>
        <source>the figure does not understand them</source>
        <translation>die Abbildung versteht sie nicht</translation>
    </message>
    <message>
        <source>the figure {0} needs {1}</source>
        <translation>die Abbildung {0} braucht {1}</translation>
    </message>
    <message>
        <source>the figure “{0}” does not suit this problem: {1}</source>
        <translation>die Abbildung „{0}“ passt nicht zu dieser Aufgabe: {1}</translation>
    </message>
    <message>
        <source>the figure “{0}” has no option “{1}”</source>
        <translation>die Abbildung „{0}“ hat keine Option „{1}“</translation>
    </message>
    <message>
        <source>the figure “{0}” needs {1}</source>
        <translation>die Abbildung „{0}“ braucht {1}</translation>
    </message>
    <message>
        <source>the file cannot be read: {0}</source>
        <translation>die Datei ist nicht lesbar: {0}</translation>
    </message>
    <message>
        <source>the file may not be written</source>
        <translation>die Datei darf nicht geschrieben werden</translation>
    </message>
    <message>
        <source>the first row has {0}, this one {1}</source>
        <translation>die erste Zeile hat {0}, diese {1}</translation>
    </message>
    <message>
        <source>the folder of lessons, themes and icons is missing: looked for {0}</source>
        <translation>der Ordner mit Lektionen, Farben und Symbolen fehlt: gesucht wurde {0}</translation>
    </message>
    <message>
        <source>the formula does not hold: {0}</source>
        <translation>die Formel stimmt nicht: {0}</translation>
    </message>
    <message>
        <source>the formula ends too early</source>
        <translation>die Formel endet zu früh</translation>
    </message>
    <message>
        <source>the formula holds</source>
        <translation>die Formel stimmt</translation>
    </message>
    <message>
        <source>the formula {{{0}}} cannot be read: {1}</source>
        <translation>die Formel {{{0}}} ist nicht lesbar: {1}</translation>
    </message>
    <message>
        <source>the fraction {0} over {1}</source>
        <translation>der Bruch {0} durch {1}</translation>
    </message>
    <message>
        <source>the fraction {0} over {1}, end fraction,</source>
        <translation>der Bruch {0} durch {1}, Ende des Bruchs,</translation>
    </message>
    <message>
        <source>the function after “lambda” is missing</source>
        <translation>die Funktion hinter „lambda“ fehlt</translation>
    </message>
    <message>
        <source>the function has a derivative at u</source>
        <translation>die Funktion hat bei u eine Ableitung</translation>
    </message>
    <message>
        <source>the function is a scalar</source>
        <translation>die Funktion ist ein Skalar</translation>
    </message>
    <message>
        <source>the function is made of more than one operation on x</source>
        <translation>die Funktion besteht aus mehr als einer Operation auf x</translation>
    </message>
    <message>
        <source>the function {0} failed: {1}</source>
        <translation>die Funktion {0} ist gescheitert: {1}</translation>
    </message>
    <message>
        <source>the function {0} has no value</source>
        <translation>die Funktion {0} hat keinen Wert</translation>
    </message>
    <message>
        <source>the functions are element-wise: entry i of the value depends on entry i of the argument only</source>
        <translation>die Funktionen sind elementweise: Eintrag i des Werts hängt nur von Eintrag i des Arguments ab</translation>
    </message>
    <message>
        <source>the gamma function of {0}</source>
        <translation>die Gammafunktion von {0}</translation>
    </message>
    <message>
        <source>the gradient of the largest error</source>
        <translation>der Gradient des größten Fehlers</translation>
    </message>
    <message>
        <source>the hard hyperbolic tangent of {0}</source>
        <translation>harter Tangens hyperbolicus von {0}</translation>
    </message>
    <message>
        <source>the hard sigmoid of {0}</source>
        <translation>harte Sigmoidfunktion von {0}</translation>
    </message>
    <message>
        <source>the hard swish of {0}</source>
        <translation>harte Swish-Funktion von {0}</translation>
    </message>
    <message>
        <source>the hyperbolic cosecant of {0}</source>
        <translation>Kosekans hyperbolicus von {0}</translation>
    </message>
    <message>
        <source>the hyperbolic cosine of {0}</source>
        <translation>Kosinus hyperbolicus von {0}</translation>
    </message>
    <message>
        <source>the hyperbolic cotangent of {0}</source>
        <translation>Kotangens hyperbolicus von {0}</translation>
    </message>
    <message>
        <source>the hyperbolic secant of {0}</source>
        <translation>Sekans hyperbolicus von {0}</translation>
    </message>
    <message>
        <source>the hyperbolic sine of {0}</source>
        <translation>Sinus hyperbolicus von {0}</translation>
    </message>
    <message>
        <source>the hyperbolic tangent of {0}</source>
        <translation>Tangens hyperbolicus von {0}</translation>
    </message>
    <message>
        <source>the hypotenuse over {0} and {1}</source>
        <translation>die Hypotenuse über {0} und {1}</translation>
    </message>
    <message>
        <source>the identity matrix</source>
        <translation>die Einheitsmatrix</translation>
    </message>
    <message>
        <source>the identity matrix with n rows</source>
        <translation>die Einheitsmatrix mit n Zeilen</translation>
    </message>
    <message>
        <source>the index {0} is calculated with, which is not read</source>
        <translation>mit dem Index {0} wird gerechnet, das wird nicht gelesen</translation>
    </message>
    <message>
        <source>the index {0} is not bound</source>
        <translation>der Index {0} ist nicht gebunden</translation>
    </message>
    <message>
        <source>the index {0} is not bound here</source>
        <translation>der Index {0} ist hier nicht gebunden</translation>
    </message>
    <message>
        <source>the index {0} runs to {1}, but the size here is {2}</source>
        <translation>der Index {0} läuft bis {1}, aber die Größe ist hier {2}</translation>
    </message>
    <message>
        <source>the index {0} runs to {1}, but {2} has {3} entries here</source>
        <translation>der Index {0} läuft bis {1}, aber {2} hat hier {3} Einträge</translation>
    </message>
    <message>
        <source>the index {0} runs to {1}, but {2} has {3} rows here</source>
        <translation>der Index {0} läuft bis {1}, aber {2} hat hier {3} Zeilen</translation>
    </message>
    <message>
        <source>the index {0} was left without a meaning, which is a fault of the program</source>
        <translation>der Index {0} blieb ohne Bedeutung, das ist ein Fehler des Programms</translation>
    </message>
    <message>
        <source>the inverse cosecant of {0}</source>
        <translation>Arkuskosekans von {0}</translation>
    </message>
    <message>
        <source>the inverse cosine of {0}</source>
        <translation>Arkuskosinus von {0}</translation>
    </message>
    <message>
        <source>the inverse cotangent of {0}</source>
        <translation>Arkuskotangens von {0}</translation>
    </message>
    <message>
        <source>the inverse hyperbolic cosecant of {0}</source>
        <translation>Areakosekans hyperbolicus von {0}</translation>
    </message>
    <message>
        <source>the inverse hyperbolic cosine of {0}</source>
        <translation>Areakosinus hyperbolicus von {0}</translation>
    </message>
    <message>
        <source>the inverse hyperbolic cotangent of {0}</source>
        <translation>Areakotangens hyperbolicus von {0}</translation>
    </message>
    <message>
        <source>the inverse hyperbolic secant of {0}</source>
        <translation>Areasekans hyperbolicus von {0}</translation>
    </message>
    <message>
        <source>the inverse hyperbolic sine of {0}</source>
        <translation>Areasinus hyperbolicus von {0}</translation>
    </message>
    <message>
        <source>the inverse hyperbolic tangent of {0}</source>
        <translation>Areatangens hyperbolicus von {0}</translation>
    </message>
    <message>
        <source>the inverse of {0}</source>
        <translation>die Inverse von {0}</translation>
    </message>
    <message>
        <source>the inverse secant of {0}</source>
        <translation>Arkussekans von {0}</translation>
    </message>
    <message>
        <source>the inverse sine of {0}</source>
        <translation>Arkussinus von {0}</translation>
    </message>
    <message>
        <source>the inverse tangent of {0}</source>
        <translation>Arkustangens von {0}</translation>
    </message>
    <message>
        <source>the larger of the two</source>
        <translation>das Größere von beiden</translation>
    </message>
    <message>
        <source>the largest entry of each row of {0}</source>
        <translation>der größte Eintrag jeder Zeile von {0}</translation>
    </message>
    <message>
        <source>the largest entry of {0}</source>
        <translation>der größte Eintrag von {0}</translation>
    </message>
    <message>
        <source>the largest singular value is not part of the program</source>
        <translation>der größte Singulärwert gehört nicht zum Programm</translation>
    </message>
    <message>
        <source>the last of the cases</source>
        <translation>der letzte der Fälle</translation>
    </message>
    <message>
        <source>the laws of arithmetic</source>
        <translation>die Rechengesetze</translation>
    </message>
    <message>
        <source>the laws of arithmetic, in every entry</source>
        <translation>die Rechengesetze, in jedem Eintrag</translation>
    </message>
    <message>
        <source>the laws of matrix arithmetic; Petersen and Pedersen, The Matrix Cookbook, section 1</source>
        <translation>die Rechengesetze für Matrizen; Petersen und Pedersen, The Matrix Cookbook, Abschnitt 1</translation>
    </message>
    <message>
        <source>the layer normalization of each row of {0}</source>
        <translation>die Schichtnormalisierung jeder Zeile von {0}</translation>
    </message>
    <message>
        <source>the layer {0} is not read</source>
        <translation>die Schicht {0} wird nicht gelesen</translation>
    </message>
    <message>
        <source>the layers of this {0} are not known one by one</source>
        <translation>die Schichten dieser {0} sind nicht einzeln bekannt</translation>
    </message>
    <message>
        <source>the leaky rectified linear unit of {0}</source>
        <translation>durchlässige gleichgerichtete lineare Einheit von {0}</translation>
    </message>
    <message>
        <source>the left end of the axis</source>
        <translation>das linke Ende der Achse</translation>
    </message>
    <message>
        <source>the length of {0}</source>
        <translation>die Länge von {0}</translation>
    </message>
    <message>
        <source>the length of {x}: the root of the sum of the squares of its entries</source>
        <translation>die Länge von {x}: die Wurzel aus der Summe der Quadrate der Einträge</translation>
    </message>
    <message>
        <source>the lesson has no blocks</source>
        <translation>die Lektion hat keine Blöcke</translation>
    </message>
    <message>
        <source>the letter {0}</source>
        <translation>der Buchstabe {0}</translation>
    </message>
    <message>
        <source>the limits of this sum are not read</source>
        <translation>die Grenzen dieser Summe werden nicht gelesen</translation>
    </message>
    <message>
        <source>the lines cannot be evaluated: {0}</source>
        <translation>die Zeilen lassen sich nicht auswerten: {0}</translation>
    </message>
    <message>
        <source>the link is longer than {0} letters</source>
        <translation>der Link ist länger als {0} Zeichen</translation>
    </message>
    <message>
        <source>the link names no function</source>
        <translation>der Link nennt keine Funktion</translation>
    </message>
    <message>
        <source>the link says no shape with “{0}”</source>
        <translation>der Link nennt mit „{0}“ keine Form</translation>
    </message>
    <message>
        <source>the link says “{0}”, which means nothing here</source>
        <translation>der Link nennt „{0}“, was hier nichts bedeutet</translation>
    </message>
    <message>
        <source>the logarithm of the determinant of {0}</source>
        <translation>der Logarithmus der Determinante von {0}</translation>
    </message>
    <message>
        <source>the logarithm of the gamma function of {0}</source>
        <translation>der Logarithmus der Gammafunktion von {0}</translation>
    </message>
    <message>
        <source>the logarithm of the logistic sigmoid of {0}</source>
        <translation>Logarithmus der logistischen Sigmoidfunktion von {0}</translation>
    </message>
    <message>
        <source>the logarithm of the sum of exponentials of {0}</source>
        <translation>Logarithmus der Summe der Exponentiale von {0}</translation>
    </message>
    <message>
        <source>the logarithm to base 10 of {0}</source>
        <translation>der Logarithmus zur Basis 10 von {0}</translation>
    </message>
    <message>
        <source>the logarithm to base 2 of {0}</source>
        <translation>der Logarithmus zur Basis 2 von {0}</translation>
    </message>
    <message>
        <source>the logistic sigmoid of {0}</source>
        <translation>logistische Sigmoidfunktion von {0}</translation>
    </message>
    <message>
        <source>the logit of {0}</source>
        <translation>Logit von {0}</translation>
    </message>
    <message>
        <source>the loss has no value where the descent starts</source>
        <translation>der Verlust hat am Anfang des Abstiegs keinen Wert</translation>
    </message>
    <message>
        <source>the matrix with {x} on its diagonal and zeros elsewhere</source>
        <translation>die Matrix mit {x} auf der Diagonale und sonst Nullen</translation>
    </message>
    <message>
        <source>the matrix {0}</source>
        <translation>die Matrix {0}</translation>
    </message>
    <message>
        <source>the maximum of {0} and {1}</source>
        <translation>das Maximum von {0} und {1}</translation>
    </message>
    <message>
        <source>the mean absolute error of a batch of {0} and {1}</source>
        <translation>der mittlere absolute Fehler eines Batches von {0} und {1}</translation>
    </message>
    <message>
        <source>the mean absolute error of {0} and {1}</source>
        <translation>der mittlere absolute Fehler von {0} und {1}</translation>
    </message>
    <message>
        <source>the mean of {0}</source>
        <translation>der Mittelwert von {0}</translation>
    </message>
    <message>
        <source>the mean squared error of a batch of {0} and {1}</source>
        <translation>der mittlere quadratische Fehler eines Batches von {0} und {1}</translation>
    </message>
    <message>
        <source>the mean squared error of {0} and {1}</source>
        <translation>der mittlere quadratische Fehler von {0} und {1}</translation>
    </message>
    <message>
        <source>the meaning of an equation</source>
        <translation>die Bedeutung einer Gleichung</translation>
    </message>
    <message>
        <source>the method “{0}” starts from one scalar and leads back to whole variables</source>
        <translation>die Methode „{0}“ beginnt bei einem Skalar und führt zu ganzen Variablen zurück</translation>
    </message>
    <message>
        <source>the minimum of {0} and {1}</source>
        <translation>das Minimum von {0} und {1}</translation>
    </message>
    <message>
        <source>the mish of {0}</source>
        <translation>Mish von {0}</translation>
    </message>
    <message>
        <source>the name of a function</source>
        <translation>der Name einer Funktion</translation>
    </message>
    <message>
        <source>the name of this language, in itself</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>the name {0} is taken already, in {1}</source>
        <translation>der Name {0} ist schon vergeben, in {1}</translation>
    </message>
    <message>
        <source>the natural logarithm of 1 plus {0}</source>
        <translation>der natürliche Logarithmus von 1 plus {0}</translation>
    </message>
    <message>
        <source>the natural logarithm of {0}</source>
        <translation>der natürliche Logarithmus von {0}</translation>
    </message>
    <message>
        <source>the network {0} is not known</source>
        <translation>das Netz {0} ist nicht bekannt</translation>
    </message>
    <message>
        <source>the norm of order {0} of a matrix ({1}) is not read</source>
        <translation>die Norm der Ordnung {0} einer Matrix ({1}) wird nicht gelesen</translation>
    </message>
    <message>
        <source>the norm of {0}</source>
        <translation>die Norm von {0}</translation>
    </message>
    <message>
        <source>the number {0} stands after “{1}” without a sign between them</source>
        <translation>die Zahl {0} steht ohne Zeichen dazwischen hinter „{1}“</translation>
    </message>
    <message>
        <source>the numbers do not show that this is wrong</source>
        <translation>die Zahlen zeigen nicht, dass das falsch ist</translation>
    </message>
    <message>
        <source>the numbers have more than 1,000 digits here</source>
        <translation>die Zahlen haben hier mehr als 1.000 Ziffern</translation>
    </message>
    <message>
        <source>the operation works entry by entry</source>
        <translation>die Operation arbeitet elementweise</translation>
    </message>
    <message>
        <source>the operations table and Parr and Howard, section 4.5.3</source>
        <translation>die Tabelle der Operationen und Parr und Howard, Abschnitt 4.5.3</translation>
    </message>
    <message>
        <source>the option {0} has no meaning here</source>
        <translation>die Option {0} hat hier keine Bedeutung</translation>
    </message>
    <message>
        <source>the parametric rectified linear unit of {0} with slope {1}</source>
        <translation>parametrische gleichgerichtete lineare Einheit von {0} mit Steigung {1}</translation>
    </message>
    <message>
        <source>the partial derivative, where all other variables stand still</source>
        <translation>die partielle Ableitung, bei der alle anderen Variablen stillstehen</translation>
    </message>
    <message>
        <source>the partial of {0} with respect to {1}</source>
        <translation>die partielle Ableitung von {0} nach {1}</translation>
    </message>
    <message>
        <source>the partial with respect to {1} of {0}</source>
        <translation>die partielle Ableitung nach {1} von {0}</translation>
    </message>
    <message>
        <source>the partial with respect to {1} of {0}, end partial,</source>
        <translation>die partielle Ableitung nach {1} von {0}, Ende der Ableitung,</translation>
    </message>
    <message>
        <source>the point ({0}, {1}) lies outside the picture</source>
        <translation>der Punkt ({0}, {1}) liegt außerhalb des Bildes</translation>
    </message>
    <message>
        <source>the point of the gradient, such as [1, 2]</source>
        <translation>der Punkt des Gradienten, zum Beispiel [1, 2]</translation>
    </message>
    <message>
        <source>the power {0}^{1} of a matrix ({2}) is not read</source>
        <translation>die Potenz {0}^{1} einer Matrix ({2}) wird nicht gelesen</translation>
    </message>
    <message>
        <source>the product from {1} of {0}</source>
        <translation>das Produkt ab {1} von {0}</translation>
    </message>
    <message>
        <source>the product from {1} to {2} of {0}</source>
        <translation>das Produkt von {1} bis {2} von {0}</translation>
    </message>
    <message>
        <source>the product of the entries of {0}</source>
        <translation>das Produkt der Einträge von {0}</translation>
    </message>
    <message>
        <source>the product of {0}</source>
        <translation>das Produkt von {0}</translation>
    </message>
    <message>
        <source>the quotient rule with a constant numerator; DLMF 1.4.8</source>
        <translation>die Quotientenregel mit konstantem Zähler; DLMF 1.4.8</translation>
    </message>
    <message>
        <source>the reciprocal of {0}</source>
        <translation>der Kehrwert von {0}</translation>
    </message>
    <message>
        <source>the rectified linear unit of {0}</source>
        <translation>gleichgerichtete lineare Einheit von {0}</translation>
    </message>
    <message>
        <source>the rectified linear unit with ceiling six of {0}</source>
        <translation>gleichgerichtete lineare Einheit mit Obergrenze sechs von {0}</translation>
    </message>
    <message>
        <source>the residual by {S}, entry by entry</source>
        <translation>das Residuum mit {S}, Eintrag für Eintrag</translation>
    </message>
    <message>
        <source>the residual, a column, by its transpose, a row</source>
        <translation>das Residuum, eine Spalte, mit seiner Transponierten, einer Zeile</translation>
    </message>
    <message>
        <source>the result</source>
        <translation>das Ergebnis</translation>
    </message>
    <message>
        <source>the result is shorter</source>
        <translation>das Ergebnis ist kürzer</translation>
    </message>
    <message>
        <source>the result is shorter, h ≠ 0</source>
        <translation>das Ergebnis ist kürzer, h ≠ 0</translation>
    </message>
    <message>
        <source>the right end of the axis</source>
        <translation>das rechte Ende der Achse</translation>
    </message>
    <message>
        <source>the root of degree {1} of {0}</source>
        <translation>die {1}-te Wurzel aus {0}</translation>
    </message>
    <message>
        <source>the row of ones</source>
        <translation>die Zeile aus Einsen</translation>
    </message>
    <message>
        <source>the row of size {0} whose entry {1} is {2}</source>
        <translation>die Zeile der Größe {0}, deren Eintrag {1} gleich {2} ist</translation>
    </message>
    <message>
        <source>the row of the function in the operations table</source>
        <translation>die Zeile der Funktion in der Tabelle der Operationen</translation>
    </message>
    <message>
        <source>the row of the function in the operations table; Parr and Howard, section 4.5</source>
        <translation>die Zeile der Funktion in der Tabelle der Operationen; Parr und Howard, Abschnitt 4.5</translation>
    </message>
    <message>
        <source>the row of zeros</source>
        <translation>die Zeile aus Nullen</translation>
    </message>
    <message>
        <source>the row {0}</source>
        <translation>die Zeile {0}</translation>
    </message>
    <message>
        <source>the row: {0}; end row</source>
        <translation>die Zeile: {0}; Ende der Zeile</translation>
    </message>
    <message>
        <source>the rows of a matrix must have the same length</source>
        <translation>die Zeilen einer Matrix sind gleich lang</translation>
    </message>
    <message>
        <source>the rows of a matrix, such as 1, 2; 3, 4</source>
        <translation>die Zeilen einer Matrix, etwa 1, 2; 3, 4</translation>
    </message>
    <message>
        <source>the rows of the functions in the operations table</source>
        <translation>die Zeilen der Funktionen in der Tabelle der Operationen</translation>
    </message>
    <message>
        <source>the rule “{0}” changes nothing here and would go on for ever</source>
        <translation>die Regel „{0}“ ändert hier nichts und würde endlos weiterlaufen</translation>
    </message>
    <message>
        <source>the rule “{0}” is not known in this version</source>
        <translation>die Regel „{0}“ ist in dieser Version nicht bekannt</translation>
    </message>
    <message>
        <source>the rule “{0}” leads back to an earlier line</source>
        <translation>die Regel „{0}“ führt zu einer früheren Zeile zurück</translation>
    </message>
    <message>
        <source>the same side by side, a row</source>
        <translation>dasselbe nebeneinander, eine Zeile</translation>
    </message>
    <message>
        <source>the same, multiplied from the variable to the result</source>
        <translation>dasselbe, von der Variable zum Ergebnis multipliziert</translation>
    </message>
    <message>
        <source>the same, with a name for the variable itself</source>
        <translation>dasselbe, mit einem Namen für die Variable selbst</translation>
    </message>
    <message>
        <source>the scaled exponential linear unit of {0}</source>
        <translation>skalierte exponentielle lineare Einheit von {0}</translation>
    </message>
    <message>
        <source>the secant of {0}</source>
        <translation>Sekans von {0}</translation>
    </message>
    <message>
        <source>the second derivative of a {0} value is not written</source>
        <translation>die zweite Ableitung eines {0}-Werts wird nicht geschrieben</translation>
    </message>
    <message>
        <source>the shape is missing behind “{0}”</source>
        <translation>hinter „{0}“ fehlt die Form</translation>
    </message>
    <message>
        <source>the shape of {0}: {1}</source>
        <translation>die Form von {0}: {1}</translation>
    </message>
    <message>
        <source>the shape {0} is not {1}, whatever the numbers are</source>
        <translation>die Form {0} ist nicht {1}, was auch immer die Zahlen sind</translation>
    </message>
    <message>
        <source>the shapes {0} and {1} do not fit element by element</source>
        <translation>die Formen {0} und {1} passen nicht elementweise zusammen</translation>
    </message>
    <message>
        <source>the share in that place</source>
        <translation>den Anteil an dieser Stelle</translation>
    </message>
    <message>
        <source>the sigmoid-weighted linear unit of {0}</source>
        <translation>sigmoidgewichtete lineare Einheit von {0}</translation>
    </message>
    <message>
        <source>the sign of {0}</source>
        <translation>das Vorzeichen von {0}</translation>
    </message>
    <message>
        <source>the sine of the argument, over the argument of {0}</source>
        <translation>Sinus durch Argument von {0}</translation>
    </message>
    <message>
        <source>the sine of {0}</source>
        <translation>der Sinus von {0}</translation>
    </message>
    <message>
        <source>the sitting is at its end</source>
        <translation>die Sitzung ist zu Ende</translation>
    </message>
    <message>
        <source>the size of the predictions is not known</source>
        <translation>die Größe der Vorhersagen ist nicht bekannt</translation>
    </message>
    <message>
        <source>the size of this vector is not known</source>
        <translation>die Größe dieses Vektors ist nicht bekannt</translation>
    </message>
    <message>
        <source>the size of {0} is {1} where {2} is needed{3}</source>
        <translation>die Größe von {0} ist {1}, gebraucht wird {2}{3}</translation>
    </message>
    <message>
        <source>the size {0} is not known</source>
        <translation>die Größe {0} ist nicht bekannt</translation>
    </message>
    <message>
        <source>the size {0} is too large: sizes have at most {1} digits</source>
        <translation>die Größe {0} ist zu groß: Größen haben höchstens {1} Ziffern</translation>
    </message>
    <message>
        <source>the sizes of this matrix are not known</source>
        <translation>die Größen dieser Matrix sind nicht bekannt</translation>
    </message>
    <message>
        <source>the smallest entry of {0}</source>
        <translation>der kleinste Eintrag von {0}</translation>
    </message>
    <message>
        <source>the softmax of each row of {0}</source>
        <translation>die Softmax jeder Zeile von {0}</translation>
    </message>
    <message>
        <source>the softmax of {0}</source>
        <translation>Softmax von {0}</translation>
    </message>
    <message>
        <source>the softplus of {0}</source>
        <translation>Softplus von {0}</translation>
    </message>
    <message>
        <source>the softsign of {0}</source>
        <translation>Softsign von {0}</translation>
    </message>
    <message>
        <source>the square of {0}</source>
        <translation>das Quadrat von {0}</translation>
    </message>
    <message>
        <source>the square root of {0}</source>
        <translation>die Wurzel aus {0}</translation>
    </message>
    <message>
        <source>the standard deviation of each row of {0}</source>
        <translation>die Standardabweichung jeder Zeile von {0}</translation>
    </message>
    <message>
        <source>the standard deviation of {0}</source>
        <translation>die Standardabweichung von {0}</translation>
    </message>
    <message>
        <source>the standard normal density of {0}</source>
        <translation>Dichte der Standardnormalverteilung von {0}</translation>
    </message>
    <message>
        <source>the standard normal distribution function of {0}</source>
        <translation>Verteilungsfunktion der Standardnormalverteilung von {0}</translation>
    </message>
    <message>
        <source>the start of {0} is not a number or an array of numbers</source>
        <translation>der Anfang von {0} ist keine Zahl und kein Feld von Zahlen</translation>
    </message>
    <message>
        <source>the step that the picture shows, as a number or a rule</source>
        <translation>der Schritt, von dem das Bild handelt, als Nummer oder Regel</translation>
    </message>
    <message>
        <source>the step “{0}” has put this term there: it is no derivative</source>
        <translation>der Schritt „{0}“ hat diesen Term dorthin gesetzt: Er ist keine Ableitung</translation>
    </message>
    <message>
        <source>the sum from {1} of {0}</source>
        <translation>die Summe ab {1} von {0}</translation>
    </message>
    <message>
        <source>the sum from {1} to {2} of {0}</source>
        <translation>die Summe von {1} bis {2} von {0}</translation>
    </message>
    <message>
        <source>the sum of all entries</source>
        <translation>die Summe aller Einträge</translation>
    </message>
    <message>
        <source>the sum of the absolute values of {0}</source>
        <translation>die Summe der Beträge von {0}</translation>
    </message>
    <message>
        <source>the sum of the entries of {0}</source>
        <translation>die Summe der Einträge von {0}</translation>
    </message>
    <message>
        <source>the sum of the losses</source>
        <translation>die Summe der Verluste</translation>
    </message>
    <message>
        <source>the sum of {0}</source>
        <translation>die Summe von {0}</translation>
    </message>
    <message>
        <source>the superscript {0} has no meaning here</source>
        <translation>die Hochstellung {0} hat hier keine Bedeutung</translation>
    </message>
    <message>
        <source>the system gives no reason</source>
        <translation>das System nennt keinen Grund</translation>
    </message>
    <message>
        <source>the tangent of {0}</source>
        <translation>der Tangens von {0}</translation>
    </message>
    <message>
        <source>the targets alone</source>
        <translation>nur die Zielwerte</translation>
    </message>
    <message>
        <source>the term occurs in the line</source>
        <translation>der Term kommt in der Zeile vor</translation>
    </message>
    <message>
        <source>the terms become shorter</source>
        <translation>die Terme werden kürzer</translation>
    </message>
    <message>
        <source>the text has {0} characters; at most {1} are read</source>
        <translation>der Text hat {0} Zeichen; höchstens {1} werden gelesen</translation>
    </message>
    <message>
        <source>the text has {0} names, numbers and signs; at most {1} are read</source>
        <translation>der Text hat {0} Namen, Zahlen und Zeichen; höchstens {1} werden gelesen</translation>
    </message>
    <message>
        <source>the text is empty</source>
        <translation>der Text ist leer</translation>
    </message>
    <message>
        <source>the trace of {0}</source>
        <translation>die Spur von {0}</translation>
    </message>
    <message>
        <source>the transpose: a column becomes a row</source>
        <translation>die Transponierte: Eine Spalte wird eine Zeile</translation>
    </message>
    <message>
        <source>the trigamma function of {0}</source>
        <translation>die Trigammafunktion von {0}</translation>
    </message>
    <message>
        <source>the two lines</source>
        <translation>die beiden Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>the two lines agree at {0} random points</source>
        <translation>
            <numerusform>die beiden Zeilen stimmen an {0} Zufallspunkt überein</numerusform>
            <numerusform>die beiden Zeilen stimmen an {0} Zufallspunkten überein</numerusform>
        </translation>
    </message>
    <message>
        <source>the two lines have different shapes: {0}</source>
        <translation>die beiden Zeilen haben verschiedene Formen: {0}</translation>
    </message>
    <message>
        <source>the two sides differ</source>
        <translation>die beiden Seiten sind verschieden</translation>
    </message>
    <message>
        <source>the two sides have shapes {0} and {1}</source>
        <translation>die beiden Seiten haben die Formen {0} und {1}</translation>
    </message>
    <message>
        <source>the two sides of a new equation</source>
        <translation>die beiden Seiten einer neuen Gleichung</translation>
    </message>
    <message>
        <source>the unit vector along {0}</source>
        <translation>der Einheitsvektor in Richtung von {0}</translation>
    </message>
    <message>
        <source>the value of {0}</source>
        <translation>dem Wert von {0}</translation>
    </message>
    <message>
        <source>the value of {0} is no number and no list of numbers</source>
        <translation>der Wert von {0} ist keine Zahl und keine Liste von Zahlen</translation>
    </message>
    <message>
        <source>the value of {0} is no size</source>
        <translation>der Wert von {0} ist keine Größe</translation>
    </message>
    <message>
        <source>the value of {0} is not a number or an array of numbers</source>
        <translation>der Wert von {0} ist keine Zahl und kein Feld von Zahlen</translation>
    </message>
    <message>
        <source>the values</source>
        <translation>den Werten</translation>
    </message>
    <message>
        <source>the values cannot be an object of the type {0}</source>
        <translation>die Werte können kein Objekt des Typs {0} sein</translation>
    </message>
    <message>
        <source>the variable does not carry the index of the sum</source>
        <translation>die Variable trägt nicht den Index der Summe</translation>
    </message>
    <message>
        <source>the variable of differentiation</source>
        <translation>die Variable, nach der abgeleitet wird</translation>
    </message>
    <message>
        <source>the variable of differentiation is missing</source>
        <translation>die Variable fehlt, nach der abgeleitet wird</translation>
    </message>
    <message>
        <source>the variable, an intermediate variable or the result is a vector; the order of the factors matters</source>
        <translation>die Variable, eine Zwischenvariable oder das Ergebnis ist ein Vektor; die Reihenfolge der Faktoren zählt</translation>
    </message>
    <message>
        <source>the variance of {0}</source>
        <translation>die Varianz von {0}</translation>
    </message>
    <message>
        <source>the vector of ones</source>
        <translation>der Vektor aus Einsen</translation>
    </message>
    <message>
        <source>the vector of the columns of {0}</source>
        <translation>der Vektor der Spalten von {0}</translation>
    </message>
    <message>
        <source>the vector of zeros</source>
        <translation>der Vektor aus Nullen</translation>
    </message>
    <message>
        <source>the vector: {0}; end vector</source>
        <translation>der Vektor: {0}; Ende des Vektors</translation>
    </message>
    <message>
        <source>the weights of the first layer</source>
        <translation>die Gewichte der ersten Schicht</translation>
    </message>
    <message>
        <source>the zero matrix</source>
        <translation>die Nullmatrix</translation>
    </message>
    <message>
        <source>the {0} by {1} matrix whose entry in row {2}, column {3} is {4}</source>
        <translation>die {0}-mal-{1}-Matrix, deren Eintrag in Zeile {2}, Spalte {3} gleich {4} ist</translation>
    </message>
    <message>
        <source>the {0} by {1} matrix, {2} end matrix</source>
        <translation>die {0}-mal-{1}-Matrix, {2} Ende der Matrix</translation>
    </message>
    <message>
        <source>there are four hints</source>
        <translation>es gibt vier Hinweise</translation>
    </message>
    <message>
        <source>there are only {0} different problems of these skills in grade {1}</source>
        <translation>zu diesen Fertigkeiten gibt es im Grad {1} nur {0} verschiedene Aufgaben</translation>
    </message>
    <message>
        <source>there are several lines here</source>
        <translation>hier stehen mehrere Zeilen</translation>
    </message>
    <message>
        <source>there are several values here</source>
        <translation>hier stehen mehrere Werte</translation>
    </message>
    <message>
        <source>there is a folder of this name</source>
        <translation>es gibt einen Ordner dieses Namens</translation>
    </message>
    <message>
        <source>there is no check for {0}</source>
        <translation>für {0} gibt es keine Probe</translation>
    </message>
    <message>
        <source>there is no code for a derivation that did not come to its end</source>
        <translation>für eine Herleitung, die nicht zu Ende kam, gibt es keinen Code</translation>
    </message>
    <message>
        <source>there is no code for a derivative with respect to {0}</source>
        <translation>für eine Ableitung nach {0} gibt es keinen Code</translation>
    </message>
    <message>
        <source>there is no code for an open size {0} that no variable has</source>
        <translation>für eine offene Größe {0}, die keine Variable hat, gibt es keinen Code</translation>
    </message>
    <message>
        <source>there is no code for {0}</source>
        <translation>für {0} gibt es keinen Code</translation>
    </message>
    <message>
        <source>there is no derivative to descend with</source>
        <translation>es gibt keine Ableitung, mit der abgestiegen werden kann</translation>
    </message>
    <message>
        <source>there is no detail “{0}”</source>
        <translation>eine Ausführlichkeit „{0}“ gibt es nicht</translation>
    </message>
    <message>
        <source>there is no entry {0}: the index {1} starts too low</source>
        <translation>den Eintrag {0} gibt es nicht: Der Index {1} beginnt zu niedrig</translation>
    </message>
    <message>
        <source>there is no entry {0}: the size is {1}</source>
        <translation>den Eintrag {0} gibt es nicht: Die Größe ist {1}</translation>
    </message>
    <message>
        <source>there is no figure “{0}”</source>
        <translation>die Abbildung „{0}“ gibt es nicht</translation>
    </message>
    <message>
        <source>there is no file {0} in {1}</source>
        <translation>in {1} gibt es keine Datei {0}</translation>
    </message>
    <message>
        <source>there is no folder {0}</source>
        <translation>es gibt keinen Ordner {0}</translation>
    </message>
    <message>
        <source>there is no formula in the pasted text</source>
        <translation>im eingefügten Text steht keine Formel</translation>
    </message>
    <message>
        <source>there is no function in the pasted code</source>
        <translation>im eingefügten Code steht keine Funktion</translation>
    </message>
    <message>
        <source>there is no function named “{0}”</source>
        <translation>eine Funktion namens „{0}“ gibt es nicht</translation>
    </message>
    <message>
        <source>there is no function yet</source>
        <translation>es gibt noch keine Funktion</translation>
    </message>
    <message>
        <source>there is no function {0} here</source>
        <translation>eine Funktion {0} gibt es hier nicht</translation>
    </message>
    <message>
        <source>there is no grade {0}</source>
        <translation>es gibt keinen Grad {0}</translation>
    </message>
    <message>
        <source>there is no kind “{0}”</source>
        <translation>eine Art „{0}“ gibt es nicht</translation>
    </message>
    <message>
        <source>there is no lesson {0}</source>
        <translation>die Lektion {0} gibt es nicht</translation>
    </message>
    <message>
        <source>there is no line {0}</source>
        <translation>es gibt keine Zeile {0}</translation>
    </message>
    <message>
        <source>there is no logarithm to the base {0}</source>
        <translation>einen Logarithmus zur Basis {0} gibt es nicht</translation>
    </message>
    <message>
        <source>there is no norm “{0}” here</source>
        <translation>hier gibt es keine Norm „{0}“</translation>
    </message>
    <message>
        <source>there is no numeric value: this is {0}</source>
        <translation>es gibt keinen Zahlenwert: Dies ist {0}</translation>
    </message>
    <message>
        <source>there is no order {0}</source>
        <translation>die Ordnung {0} gibt es nicht</translation>
    </message>
    <message>
        <source>there is no problem {0}</source>
        <translation>die Aufgabe {0} gibt es nicht</translation>
    </message>
    <message>
        <source>there is no row {0}: the size is {1}</source>
        <translation>die Zeile {0} gibt es nicht: Die Größe ist {1}</translation>
    </message>
    <message>
        <source>there is no rule for the differential of {0}</source>
        <translation>es gibt keine Regel für das Differential von {0}</translation>
    </message>
    <message>
        <source>there is no rule yet for the derivative of {0} ({1} with respect to {2})</source>
        <translation>es gibt noch keine Regel für die Ableitung von {0} ({1} nach {2})</translation>
    </message>
    <message>
        <source>there is no rule {0}</source>
        <translation>die Regel {0} gibt es nicht</translation>
    </message>
    <message>
        <source>there is no skill {0}</source>
        <translation>es gibt keine Fertigkeit {0}</translation>
    </message>
    <message>
        <source>there is no step to practise in this derivation</source>
        <translation>in dieser Herleitung gibt es keinen Schritt zum Üben</translation>
    </message>
    <message>
        <source>there is no step {0}</source>
        <translation>den Schritt {0} gibt es nicht</translation>
    </message>
    <message>
        <source>there is no such field here</source>
        <translation>ein solches Feld gibt es hier nicht</translation>
    </message>
    <message>
        <source>there is no tangent at {0}</source>
        <translation>bei {0} gibt es keine Tangente</translation>
    </message>
    <message>
        <source>there is no value yet</source>
        <translation>es gibt noch keinen Wert</translation>
    </message>
    <message>
        <source>there is no {0} to give {1} for</source>
        <translation>{0}, wofür {1} angegeben wird, gibt es nicht</translation>
    </message>
    <message>
        <source>there is no {0} “{1}”</source>
        <translation>{0} „{1}“ gibt es nicht</translation>
    </message>
    <message>
        <source>there is no “{0}”</source>
        <translation>„{0}“ gibt es nicht</translation>
    </message>
    <message>
        <source>there is nothing in {0} that the method of differentials takes apart</source>
        <translation>in {0} ist nichts, was die Methode der Differentiale zerlegt</translation>
    </message>
    <message>
        <source>there is nothing to choose from</source>
        <translation>es gibt nichts zu wählen</translation>
    </message>
    <message>
        <source>there is nothing to derive</source>
        <translation>es gibt nichts abzuleiten</translation>
    </message>
    <message>
        <source>there is one path from x to y, and every intermediate variable is a function of one variable</source>
        <translation>von x nach y gibt es einen Weg, und jede Zwischenvariable ist eine Funktion einer einzigen Variable</translation>
    </message>
    <message>
        <source>these are more than {0} numbers</source>
        <translation>das sind mehr als {0} Zahlen</translation>
    </message>
    <message>
        <source>they are the same in every term</source>
        <translation>sie sind in jedem Summanden gleich</translation>
    </message>
    <message>
        <source>this</source>
        <translation>dieser</translation>
    </message>
    <message>
        <source>this answer could not be compared: {0}</source>
        <translation>diese Antwort ließ sich nicht vergleichen: {0}</translation>
    </message>
    <message>
        <source>this answer could not be judged</source>
        <translation>diese Antwort konnte nicht beurteilt werden</translation>
    </message>
    <message>
        <source>this bracket closes nothing</source>
        <translation>diese Klammer schließt keine</translation>
    </message>
    <message>
        <source>this condition compares nothing</source>
        <translation>diese Bedingung vergleicht nichts</translation>
    </message>
    <message>
        <source>this derivation was saved by a later version of the program (format {0})</source>
        <translation>diese Ableitung wurde von einer späteren Version des Programms gespeichert (Format {0})</translation>
    </message>
    <message>
        <source>this function has no variable</source>
        <translation>diese Funktion hat keine Variable</translation>
    </message>
    <message>
        <source>this function takes a square matrix, not a {0} value</source>
        <translation>diese Funktion nimmt eine quadratische Matrix, keinen Wert der Form {0}</translation>
    </message>
    <message>
        <source>this gives two values</source>
        <translation>das gibt zwei Werte</translation>
    </message>
    <message>
        <source>this index is too large</source>
        <translation>dieser Index ist zu groß</translation>
    </message>
    <message>
        <source>this is no derivative with respect to an entry</source>
        <translation>das ist keine Ableitung nach einem Eintrag</translation>
    </message>
    <message>
        <source>this is no file of answers</source>
        <translation>dies ist keine Datei mit Antworten</translation>
    </message>
    <message>
        <source>this is no layer</source>
        <translation>das ist keine Schicht</translation>
    </message>
    <message>
        <source>this is no link to a problem</source>
        <translation>das ist kein Link zu einer Aufgabe</translation>
    </message>
    <message>
        <source>this is no ordinary file but a device or a pipe</source>
        <translation>dies ist keine gewöhnliche Datei, sondern ein Gerät oder eine Pipe</translation>
    </message>
    <message>
        <source>this is not TOML: {0}{1}</source>
        <translation>das ist kein TOML: {0}{1}</translation>
    </message>
    <message>
        <source>this is not a derivation saved by this program</source>
        <translation>das ist keine Ableitung, die dieses Programm gespeichert hat</translation>
    </message>
    <message>
        <source>this is not an expression</source>
        <translation>das ist kein Ausdruck</translation>
    </message>
    <message>
        <source>this is {0}, and there is no rule for its derivative</source>
        <translation>dies ist {0}, und für die Ableitung davon gibt es keine Regel</translation>
    </message>
    <message>
        <source>this is {0}, which has no counterpart in a program</source>
        <translation>dies ist {0}, was in einem Programm keine Entsprechung hat</translation>
    </message>
    <message>
        <source>this line: {0}</source>
        <translation>diese Zeile: {0}</translation>
    </message>
    <message>
        <source>this name has a value already</source>
        <translation>dieser Name hat schon einen Wert</translation>
    </message>
    <message>
        <source>this number has {0} digits; at most {1} are read</source>
        <translation>diese Zahl hat {0} Ziffern; höchstens {1} werden gelesen</translation>
    </message>
    <message>
        <source>this problem has no {0}</source>
        <translation>in dieser Aufgabe gibt es kein {0}</translation>
    </message>
    <message>
        <source>this product has no limits that can be read</source>
        <translation>dieses Produkt hat keine Grenzen, die gelesen werden können</translation>
    </message>
    <message>
        <source>this product over indices is not read</source>
        <translation>dieses Produkt über Indizes wird nicht gelesen</translation>
    </message>
    <message>
        <source>this range begins at 1</source>
        <translation>dieser Bereich beginnt bei 1</translation>
    </message>
    <message>
        <source>this row has {0} entries, the first one has {1}</source>
        <translation>diese Zeile hat {0} Einträge, die erste {1}</translation>
    </message>
    <message>
        <source>this sum has no limits that can be read</source>
        <translation>diese Summe hat keine lesbaren Grenzen</translation>
    </message>
    <message>
        <source>this sum over neighbours of {0} is not read</source>
        <translation>diese Summe über Nachbarn von {0} wird nicht gelesen</translation>
    </message>
    <message>
        <source>this system has no place for your answers</source>
        <translation>dieses System hat keinen Platz für Ihre Antworten</translation>
    </message>
    <message>
        <source>this term stands in the problem itself: nothing had to be derived</source>
        <translation>dieser Term steht schon in der Aufgabe: Nichts musste abgeleitet werden</translation>
    </message>
    <message>
        <source>this {0} is too large or too small: it lies beyond 10^{1}</source>
        <translation>{0} ist zu groß oder zu klein: jenseits von 10^{1}</translation>
    </message>
    <message>
        <source>this “{0}” closes nothing</source>
        <translation>dieses „{0}“ schließt nichts</translation>
    </message>
    <message>
        <source>three</source>
        <translation>auf dreien</translation>
    </message>
    <message>
        <source>tidy</source>
        <translation>aufräumen</translation>
    </message>
    <message>
        <source>times</source>
        <translation>mal</translation>
    </message>
    <message>
        <source>to</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>to within {0}</source>
        <translation>bis auf {0}</translation>
    </message>
    <message>
        <source>to {0} …</source>
        <translation>zu {0} …</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>tr(A′ B) is the sum over all entries of A ⊗ B; the sum of the entries of B alone is 1⃗′ B 1⃗.</source>
        <translation>tr(A′ B) ist die Summe aller Einträge von A ⊗ B; die Summe der Einträge von B allein ist 1⃗′ B 1⃗.</translation>
    </message>
    <message>
        <source>tr(P Q) = tr(Q P): the factors behind {d} come to the front, so that it stands last.</source>
        <translation>tr(P Q) = tr(Q P): Die Faktoren hinter {d} kommen nach vorn, sodass es zuletzt steht.</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>transpose</source>
        <translation>transponiert</translation>
    </message>
    <message>
        <source>transpose: rows become columns</source>
        <translation>Transponierte: Zeilen werden Spalten</translation>
    </message>
    <message>
        <source>trigamma function</source>
        <translation>Trigammafunktion</translation>
    </message>
    <message>
        <source>two</source>
        <translation>auf zweien</translation>
    </message>
    <message>
        <source>two numbers stand side by side</source>
        <translation>zwei Zahlen stehen nebeneinander</translation>
    </message>
    <message>
        <source>two of the derivatives are with respect to {0}</source>
        <translation>zwei der Ableitungen sind nach {0}</translation>
    </message>
    <message>
        <source>u ≠ 0</source>
        <translation>u ≠ 0</translation>
    </message>
    <message>
        <source>u ≠ v</source>
        <translation>u ≠ v</translation>
    </message>
    <message>
        <source>unit vector along the argument</source>
        <translation>Einheitsvektor in Richtung des Arguments</translation>
    </message>
    <message>
        <source>usual slips of everybody who copies a line</source>
        <translation>übliche Flüchtigkeiten beim Abschreiben einer Zeile</translation>
    </message>
    <message>
        <source>usual slips of people who write backpropagation by hand</source>
        <translation>übliche Versehen beim Schreiben von Backpropagation von Hand</translation>
    </message>
    <message>
        <source>usual slips of students of calculus</source>
        <translation>übliche Fehler beim Lernen der Analysis</translation>
    </message>
    <message>
        <source>usual slips of students of matrix calculus</source>
        <translation>übliche Fehler beim Lernen der Matrixrechnung</translation>
    </message>
    <message>
        <source>value times a logarithm</source>
        <translation>Wert mal Logarithmus</translation>
    </message>
    <message>
        <source>value, but at least a and at most b</source>
        <translation>Wert, mindestens aber a und höchstens b</translation>
    </message>
    <message>
        <source>values of all variables, by name: a sweep is drawn with its numbers</source>
        <translation>Werte aller Variablen, nach Namen: ein Durchlauf wird mit seinen Zahlen gezeichnet</translation>
    </message>
    <message>
        <source>values of all variables, by name: what a step of a sweep multiplies is written out</source>
        <translation>Werte aller Variablen, nach Namen: was ein Schritt eines Durchlaufs multipliziert, wird ausgeschrieben</translation>
    </message>
    <message>
        <source>values of everything else, by name</source>
        <translation>Werte von allem anderen, nach Namen</translation>
    </message>
    <message>
        <source>values of the other variables, by name</source>
        <translation>Werte der anderen Variablen, nach Namen</translation>
    </message>
    <message>
        <source>values of variables, by name</source>
        <translation>Werte der Variablen, nach Namen</translation>
    </message>
    <message>
        <source>variable of this function</source>
        <translation>Variable dieser Funktion</translation>
    </message>
    <message>
        <source>variance of the entries</source>
        <translation>Varianz der Einträge</translation>
    </message>
    <message>
        <source>variance of the entries; var(x, 1) is the estimate from a sample</source>
        <translation>Varianz der Einträge; var(x, 1) ist die Schätzung aus einer Stichprobe</translation>
    </message>
    <message>
        <source>vec takes a matrix, not a {0} value</source>
        <translation>vec nimmt eine Matrix, keinen Wert der Form {0}</translation>
    </message>
    <message>
        <source>vec writes the columns of a matrix one below the other: vec(X) where X: m x n.</source>
        <translation>vec schreibt die Spalten einer Matrix untereinander: vec(X) where X: m x n.</translation>
    </message>
    <message>
        <source>vec(A ⊠ F) has the entries of vec(A) ⊠ vec(F) in another order: a column of the product goes through the rows of A, and for each of them through those of F.</source>
        <translation>vec(A ⊠ F) hat die Einträge von vec(A) ⊠ vec(F) in anderer Reihenfolge: Eine Spalte des Produkts geht durch die Zeilen von A und für jede davon durch die von F.</translation>
    </message>
    <message>
        <source>vector</source>
        <translation>Vektor</translation>
    </message>
    <message>
        <source>vector by a formula for its entries</source>
        <translation>Vektor durch eine Formel für seine Einträge</translation>
    </message>
    <message>
        <source>vector by its entries</source>
        <translation>Vektor durch seine Einträge</translation>
    </message>
    <message>
        <source>vector of ones</source>
        <translation>Vektor aus Einsen</translation>
    </message>
    <message>
        <source>vector of the columns</source>
        <translation>Vektor der Spalten</translation>
    </message>
    <message>
        <source>vector of zeros</source>
        <translation>Vektor aus Nullen</translation>
    </message>
    <message>
        <source>vector or matrix of ones</source>
        <translation>Vektor oder Matrix aus Einsen</translation>
    </message>
    <message>
        <source>vector or matrix of zeros</source>
        <translation>Vektor oder Matrix aus Nullen</translation>
    </message>
    <message>
        <source>vector that repeats a number</source>
        <translation>Vektor, der eine Zahl wiederholt</translation>
    </message>
    <message>
        <source>vector with the same number in every entry</source>
        <translation>Vektor mit derselben Zahl in jedem Eintrag</translation>
    </message>
    <message>
        <source>vectors and numbers, stacked</source>
        <translation>Vektoren und Zahlen untereinander</translation>
    </message>
    <message>
        <source>w is a vector, or matrices in f change with scalars</source>
        <translation>w ist ein Vektor, oder Matrizen in f ändern sich mit Skalaren</translation>
    </message>
    <message>
        <source>w · x is linear in w with the row xᵀ, and linear in x with the row wᵀ.</source>
        <translation>w · x ist linear in w mit der Zeile xᵀ und linear in x mit der Zeile wᵀ.</translation>
    </message>
    <message>
        <source>what it must be is {0}</source>
        <translation>was herauskommen muss, ist {0}</translation>
    </message>
    <message>
        <source>what stands before these brackets is no function</source>
        <translation>was vor diesen Klammern steht, ist keine Funktion</translation>
    </message>
    <message>
        <source>what the first layer has put out</source>
        <translation>was die erste Schicht ausgegeben hat</translation>
    </message>
    <message>
        <source>what was begun</source>
        <translation>Angefangenes</translation>
    </message>
    <message>
        <source>where</source>
        <translation>mit</translation>
    </message>
    <message>
        <source>with = {0} names no parameters</source>
        <translation>with = {0} nennt keine Parameter</translation>
    </message>
    <message>
        <source>with all entries of its own row</source>
        <translation>mit allen Einträgen der eigenen Zeile</translation>
    </message>
    <message>
        <source>with all entries of the matrix</source>
        <translation>mit allen Einträgen der Matrix</translation>
    </message>
    <message>
        <source>with its own entry alone</source>
        <translation>nur mit dem eigenen Eintrag</translation>
    </message>
    <message>
        <source>with respect to</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>with respect to {0}</source>
        <translation>nach {0}</translation>
    </message>
    <message>
        <source>with respect to {0} as {1} by {2} numbers</source>
        <translation>nach {0} als {1} mal {2} Zahlen</translation>
    </message>
    <message>
        <source>with respect to {argument} it is {slope}</source>
        <translation>nach {argument} ist sie {slope}</translation>
    </message>
    <message>
        <source>works out the change df and reads off what stands beside dX</source>
        <translation>rechnet die Änderung df aus und liest ab, was neben dX steht</translation>
    </message>
    <message>
        <source>writes the Jacobian out and differentiates one entry</source>
        <translation>schreibt die Jacobi-Matrix aus und leitet einen Eintrag ab</translation>
    </message>
    <message>
        <source>written out as formulas, what is pasted is too long ({0} signs)</source>
        <translation>als Formeln ausgeschrieben ist das Eingefügte zu lang ({0} Zeichen)</translation>
    </message>
    <message>
        <source>written out, the expression has more than {0} parts</source>
        <translation>ausgeschrieben hat der Ausdruck mehr als {0} Teile</translation>
    </message>
    <message>
        <source>x is not on the boundary between two cases</source>
        <translation>x liegt nicht auf einer Grenze zwischen zwei Fällen</translation>
    </message>
    <message>
        <source>x is used together with intermediate variables</source>
        <translation>x wird neben Zwischenvariablen verwendet</translation>
    </message>
    <message>
        <source>x reaches y along several paths</source>
        <translation>x erreicht y auf mehreren Wegen</translation>
    </message>
    <message>
        <source>x to the power −n is 1 over x to the power n.</source>
        <translation>x hoch −n ist 1 durch x hoch n.</translation>
    </message>
    <message>
        <source>x ≠ 0</source>
        <translation>x ≠ 0</translation>
    </message>
    <message>
        <source>x ⊗ 1⃗z is z x, x ⊗ 1⃗ is x, and diag(1⃗) is I.</source>
        <translation>x ⊗ 1⃗z ist z x, x ⊗ 1⃗ ist x, und diag(1⃗) ist I.</translation>
    </message>
    <message>
        <source>x² means x·x, so x·x² has three factors x. A vector or matrix that they multiply stays last.</source>
        <translation>x² bedeutet x·x, also hat x·x² drei Faktoren x. Ein Vektor oder eine Matrix, die sie multiplizieren, bleibt am Ende.</translation>
    </message>
    <message>
        <source>y is a scalar and depends on W through z alone</source>
        <translation>y ist ein Skalar und hängt nur über z von W ab</translation>
    </message>
    <message>
        <source>you may not write into {0}</source>
        <translation>in {0} darf nicht geschrieben werden</translation>
    </message>
    <message>
        <source>z is a scalar, x a vector</source>
        <translation>z ist ein Skalar, x ein Vektor</translation>
    </message>
    <message>
        <source>zeros drop out</source>
        <translation>Nullen fallen weg</translation>
    </message>
    <message>
        <source>{0}   with respect to {1}</source>
        <translation>{0}   nach {1}</translation>
    </message>
    <message>
        <source>{0} (grade {1})</source>
        <translation>{0} (Stufe {1})</translation>
    </message>
    <message>
        <source>{0} ({1}) * {2} ({3}): @ or ⊗?</source>
        <translation>{0} ({1}) * {2} ({3}): @ oder ⊗?</translation>
    </message>
    <message>
        <source>{0} ({1}) and {2} ({3}) can&apos;t be multiplied entry by entry: their sizes differ</source>
        <translation>{0} ({1}) und {2} ({3}) lassen sich nicht elementweise multiplizieren: Ihre Größen sind verschieden</translation>
    </message>
    <message>
        <source>{0} ({1}) and {2} ({3}) can&apos;t be {4}: their shapes differ</source>
        <translation>{0} ({1}) und {2} ({3}) lassen sich nicht {4}: Ihre Formen sind verschieden</translation>
    </message>
    <message>
        <source>{0} ({1}) and {2} ({3}) have two shapes</source>
        <translation>{0} ({1}) und {2} ({3}) haben zwei Formen</translation>
    </message>
    <message>
        <source>{0} ({1}) has an entry for each row of {2} ({3}), and not for each column</source>
        <translation>{0} ({1}) hat einen Eintrag für jede Zeile von {2} ({3}), nicht für jede Spalte</translation>
    </message>
    <message>
        <source>{0} ({1}) times {2} ({3}): which product is meant?</source>
        <translation>{0} ({1}) mal {2} ({3}): Welches Produkt ist gemeint?</translation>
    </message>
    <message>
        <source>{0} * {1} is read as the product of matrices, which alone fits.</source>
        <translation>{0} * {1} wird als Matrixprodukt gelesen, das allein passt.</translation>
    </message>
    <message>
        <source>{0} * {1} is read as the product of matrices; {0} ⊗ {1} would be the one entry by entry.</source>
        <translation>{0} * {1} ist als Matrixprodukt gelesen; {0} ⊗ {1} wäre das Produkt Eintrag für Eintrag.</translation>
    </message>
    <message>
        <source>{0} * {1} is read entry by entry, which alone fits.</source>
        <translation>{0} * {1} wird Eintrag für Eintrag gelesen, was allein passt.</translation>
    </message>
    <message>
        <source>{0} = {1} does not give names their values</source>
        <translation>{0} = {1} gibt den Namen keine Werte</translation>
    </message>
    <message>
        <source>{0} = {1} does not work</source>
        <translation>{0} = {1} geht nicht</translation>
    </message>
    <message>
        <source>{0} = {1} is not a number</source>
        <translation>{0} = {1} ist keine Zahl</translation>
    </message>
    <message>
        <source>{0} = {1} is not a size</source>
        <translation>{0} = {1} ist keine Größe</translation>
    </message>
    <message>
        <source>{0} @ {1} for the matrix product, {0} ⊗ {1} (in ASCII .*) for the element-wise one</source>
        <translation>{0} @ {1} für das Matrixprodukt, {0} ⊗ {1} (in ASCII .*) für das elementweise</translation>
    </message>
    <message>
        <source>{0} At character {1}.</source>
        <translation>{0} Bei Zeichen {1}.</translation>
    </message>
    <message>
        <source>{0} Kronecker times {1}</source>
        <translation>{0} Kronecker-mal {1}</translation>
    </message>
    <message>
        <source>{0} New, with the names that were given: {1}.</source>
        <translation>{0} Neu, mit den vergebenen Namen: {1}.</translation>
    </message>
    <message>
        <source>{0} New: {1}.</source>
        <translation>{0} Neu: {1}.</translation>
    </message>
    <message>
        <source>{0} Slides of the lesson.</source>
        <translation>{0} Folien der Lektion.</translation>
    </message>
    <message>
        <source>{0} The line is now, with the names that were given: {1}.</source>
        <translation>{0} Die Zeile lautet jetzt, mit den vergebenen Namen: {1}.</translation>
    </message>
    <message>
        <source>{0} The line is now: {1}.</source>
        <translation>{0} Die Zeile ist jetzt: {1}.</translation>
    </message>
    <message>
        <source>{0} The line stays as it is.</source>
        <translation>{0} Die Zeile bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>{0} and its derivative</source>
        <translation>{0} und die Ableitung</translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation>{0} und {1}</translation>
    </message>
    <message>
        <source>{0} are taken as scalars.</source>
        <translation>{0} gelten als Skalare.</translation>
    </message>
    <message>
        <source>{0} are taken as vectors of size {1}.</source>
        <translation>{0} gelten als Vektoren der Größe {1}.</translation>
    </message>
    <message>
        <source>{0} are taken as {2} matrices.</source>
        <translation>{0} gelten als {2}-Matrizen.</translation>
    </message>
    <message>
        <source>{0} are the arguments of the function, so they are the variables.</source>
        <translation>{0} sind die Argumente der Funktion, also die Variablen.</translation>
    </message>
    <message>
        <source>{0} asks for a second derivative.</source>
        <translation>{0} fragt nach einer zweiten Ableitung.</translation>
    </message>
    <message>
        <source>{0} before brackets is read as the {1}.</source>
        <translation>{0} vor Klammern wird als Funktion gelesen: {1}.</translation>
    </message>
    <message>
        <source>{0} belongs to an integral or a differential</source>
        <translation>{0} gehört zu einem Integral oder einem Differential</translation>
    </message>
    <message>
        <source>{0} beside {1} is read as a name of its own, {2}: no vector has powers.</source>
        <translation>{0} neben {1} wird als eigener Name gelesen, {2}: Vektoren haben keine Potenzen.</translation>
    </message>
    <message>
        <source>{0} by {1}</source>
        <translation>{0} mal {1}</translation>
    </message>
    <message>
        <source>{0} calls itself, or is nested too deeply</source>
        <translation>{0} ruft sich selbst auf oder ist zu tief geschachtelt</translation>
    </message>
    <message>
        <source>{0} cannot be defined: it is a part of a larger value</source>
        <translation>{0} lässt sich nicht definieren: Es ist ein Teil eines größeren Werts</translation>
    </message>
    <message>
        <source>{0} cannot be derived: {1}</source>
        <translation>{0} lässt sich nicht ableiten: {1}</translation>
    </message>
    <message>
        <source>{0} cannot be locked</source>
        <translation>{0} lässt sich nicht sperren</translation>
    </message>
    <message>
        <source>{0} cannot be read: it is no file but a folder or a device</source>
        <translation>{0} ist nicht lesbar: Es ist keine Datei, sondern ein Ordner oder ein Gerät</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}</source>
        <translation>{0} ist nicht lesbar: {1}</translation>
    </message>
    <message>
        <source>{0} cannot be saved in {1}: {2}</source>
        <translation>{0} lässt sich nicht in {1} speichern: {2}</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}</source>
        <translation>{0} lässt sich nicht schreiben: {1}</translation>
    </message>
    <message>
        <source>{0} cannot be {1}: it is a {2} value</source>
        <translation>{0} kann nicht {1} sein: es ist ein {2}-Wert</translation>
    </message>
    <message>
        <source>{0} cannot step as a whole</source>
        <translation>{0} kann keinen Schritt als Ganzes machen</translation>
    </message>
    <message>
        <source>{0} changes its value in place</source>
        <translation>{0} ändert seinen Wert an Ort und Stelle</translation>
    </message>
    <message>
        <source>{0} changes nothing: each row of the batch already holds the entries of one sample.</source>
        <translation>{0} ändert nichts: Jede Zeile des Batches enthält schon die Einträge einer Probe.</translation>
    </message>
    <message numerus="yes">
        <source>{0} columns</source>
        <translation>
            <numerusform>{0} Spalte</numerusform>
            <numerusform>{0} Spalten</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} comes with a minus sign.</source>
        <translation>{0} steht mit einem Minuszeichen.</translation>
    </message>
    <message>
        <source>{0} cubed</source>
        <translation>{0} hoch drei</translation>
    </message>
    <message>
        <source>{0} differ by {1} percent</source>
        <translation>{0} unterscheiden sich um {1} Prozent</translation>
    </message>
    <message>
        <source>{0} differ: {1} is not {2}</source>
        <translation>{0} unterscheiden sich: {1} ist nicht {2}</translation>
    </message>
    <message>
        <source>{0} does not obey the problem: {1}</source>
        <translation>{0} erfüllt die Angaben der Aufgabe nicht: {1}</translation>
    </message>
    <message>
        <source>{0} does not occur in the expression</source>
        <translation>{0} kommt im Ausdruck nicht vor</translation>
    </message>
    <message>
        <source>{0} draws random numbers while the network is trained</source>
        <translation>{0} zieht beim Training des Netzes Zufallszahlen</translation>
    </message>
    <message>
        <source>{0} entries</source>
        <translation>{0} Einträge</translation>
    </message>
    <message>
        <source>{0} factors</source>
        <translation>{0} Faktoren</translation>
    </message>
    <message>
        <source>{0} further values are not drawn.</source>
        <translation>{0} weitere Werte sind nicht gezeichnet.</translation>
    </message>
    <message>
        <source>{0} gives {1} outputs, and {2} takes {3} inputs</source>
        <translation>{0} hat {1} Ausgaben, und {2} nimmt {3} Eingaben</translation>
    </message>
    <message>
        <source>{0} has an entry for each pair of entries: what was written is only its diagonal; write diag(…).</source>
        <translation>{0} hat einen Eintrag für jedes Paar von Einträgen: was da steht, ist nur seine Diagonale; schreiben Sie diag(…).</translation>
    </message>
    <message>
        <source>{0} has another slope on the other side of the kink.</source>
        <translation>{0} hat auf der anderen Seite des Knicks eine andere Steigung.</translation>
    </message>
    <message>
        <source>{0} has no argument</source>
        <translation>{0} hat kein Argument</translation>
    </message>
    <message>
        <source>{0} has no derivative: {1} is positive for no values of the variables</source>
        <translation>{0} hat keine Ableitung: {1} ist für keine Werte der Variablen positiv</translation>
    </message>
    <message>
        <source>{0} has no inverse: of its {1} rows no more than {2} are independent</source>
        <translation>{0} hat keine Inverse: von den {1} Zeilen sind höchstens {2} linear unabhängig</translation>
    </message>
    <message>
        <source>{0} has no inverse: the matrix is singular</source>
        <translation>{0} hat keine Inverse: die Matrix ist singulär</translation>
    </message>
    <message>
        <source>{0} has no logarithm of its determinant, which is not positive</source>
        <translation>{0} hat keinen Logarithmus der Determinante, die nicht positiv ist</translation>
    </message>
    <message>
        <source>{0} has no meaning here</source>
        <translation>{0} hat hier keine Bedeutung</translation>
    </message>
    <message>
        <source>{0} has no meaning in the input language</source>
        <translation>{0} hat in der Eingabesprache keine Bedeutung</translation>
    </message>
    <message>
        <source>{0} has no such argument</source>
        <translation>{0} hat kein solches Argument</translation>
    </message>
    <message>
        <source>{0} has no value</source>
        <translation>{0} hat keinen Wert</translation>
    </message>
    <message>
        <source>{0} has no value here.</source>
        <translation>{0} hat hier keinen Wert.</translation>
    </message>
    <message>
        <source>{0} has no value to start from</source>
        <translation>{0} hat keinen Wert, von dem aus begonnen wird</translation>
    </message>
    <message>
        <source>{0} has no value where {1} is {2}.</source>
        <translation>{0} hat keinen Wert, wo {1} gleich {2} ist.</translation>
    </message>
    <message>
        <source>{0} has no value: {1} holds for no values of the variables</source>
        <translation>{0} hat keinen Wert: {1} gilt für keine Werte der Variablen</translation>
    </message>
    <message>
        <source>{0} has no value: {1} is 0, and nothing is divided by 0.</source>
        <translation>{0} hat keinen Wert: {1} ist 0, und durch 0 wird nicht geteilt.</translation>
    </message>
    <message>
        <source>{0} has no value: {1} is negative for all values of the variables</source>
        <translation>{0} hat keinen Wert: {1} ist negativ für alle Werte der Variablen</translation>
    </message>
    <message>
        <source>{0} has no zeros: every entry depends on all others through the sum below the bar.</source>
        <translation>{0} hat keine Nullen: Jeder Eintrag hängt über die Summe unter dem Strich von allen anderen ab.</translation>
    </message>
    <message>
        <source>{0} has several columns</source>
        <translation>{0} hat mehrere Spalten</translation>
    </message>
    <message>
        <source>{0} has several terms that use it: the contributions of all are added.</source>
        <translation>{0} hat mehrere Terme, die den Wert benutzen: Die Beiträge aller werden addiert.</translation>
    </message>
    <message>
        <source>{0} has the axes 0 and 1, not {1}</source>
        <translation>{0} hat die Achsen 0 und 1, nicht {1}</translation>
    </message>
    <message>
        <source>{0} has the shape {1} elsewhere and {2} in the text</source>
        <translation>{0} hat anderswo die Form {1} und im Text {2}</translation>
    </message>
    <message>
        <source>{0} has the sizes {1}, but the value has {2}</source>
        <translation>{0} hat die Größen {1}, aber der Wert hat {2}</translation>
    </message>
    <message>
        <source>{0} has the sizes {1}, so {2} would be {3}, but it is {4} by {5}</source>
        <translation>{0} hat die Größen {1}, damit wäre {2} gleich {3}, aber es ist {4} nach {5}</translation>
    </message>
    <message>
        <source>{0} has {1} entries: too many to look at. With smaller layers, such as 4 and 3, there are numbers.</source>
        <translation>{0} hat {1} Einträge, zu viele, um sie anzusehen. Mit kleineren Schichten, etwa aus 4 und 3, gibt es Zahlen.</translation>
    </message>
    <message numerus="yes">
        <source>{0} hints</source>
        <translation>
            <numerusform>{0} Hinweis</numerusform>
            <numerusform>{0} Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} holds a matrix</source>
        <translation>{0} enthält eine Matrix</translation>
    </message>
    <message>
        <source>{0} holds one sample in each of its {1} rows.</source>
        <translation>{0} enthält in jeder seiner {1} Zeilen ein Beispiel.</translation>
    </message>
    <message>
        <source>{0} holds the class of each row as a one-hot row: 1 in its column, 0 elsewhere.</source>
        <translation>{0} enthält die Klasse jeder Zeile als One-Hot-Zeile: 1 in ihrer Spalte, sonst 0.</translation>
    </message>
    <message>
        <source>{0} if otherwise</source>
        <translation>{0}, falls sonst nichts</translation>
    </message>
    <message>
        <source>{0} if {1}</source>
        <translation>{0}, falls {1}</translation>
    </message>
    <message>
        <source>{0} in front is taken to stand before all that follows.</source>
        <translation>{0} am Anfang wird so gelesen, dass es vor allem steht, was folgt.</translation>
    </message>
    <message>
        <source>{0} in front was left out: what follows is differentiated.</source>
        <translation>{0} davor wurde weggelassen: Was folgt, wird abgeleitet.</translation>
    </message>
    <message>
        <source>{0} is a deck of the lesson “{1}”, which is not here</source>
        <translation>{0} ist ein Foliensatz der Lektion „{1}“, die es hier nicht gibt</translation>
    </message>
    <message>
        <source>{0} is a derivative that has not been carried out</source>
        <translation>{0} ist eine Ableitung, die nicht ausgeführt wurde</translation>
    </message>
    <message>
        <source>{0} is a differential, which has a value only along a change of the variable</source>
        <translation>{0} ist ein Differential, das nur entlang einer Änderung der Variablen einen Wert hat</translation>
    </message>
    <message>
        <source>{0} is a function, and its arguments are missing</source>
        <translation>{0} ist eine Funktion, und ihre Argumente fehlen</translation>
    </message>
    <message>
        <source>{0} is a function; differentiate with respect to a variable</source>
        <translation>{0} ist eine Funktion; abgeleitet wird nach einer Variablen</translation>
    </message>
    <message>
        <source>{0} is a row in numerator layout: one derivative beside the other.</source>
        <translation>{0} ist im Zählerlayout eine Zeile: eine Ableitung neben der anderen.</translation>
    </message>
    <message>
        <source>{0} is a row of {1}</source>
        <translation>{0} ist eine Zeile von {1}</translation>
    </message>
    <message>
        <source>{0} is a scalar and has no entries</source>
        <translation>{0} ist ein Skalar und hat keine Einträge</translation>
    </message>
    <message>
        <source>{0} is a size, and nothing is differentiated with respect to a size</source>
        <translation>{0} ist eine Größe, und nach einer Größe wird nicht abgeleitet</translation>
    </message>
    <message>
        <source>{0} is an abstract function of something other than {1} itself</source>
        <translation>{0} ist eine abstrakte Funktion von etwas anderem als {1} selbst</translation>
    </message>
    <message>
        <source>{0} is any function: nothing can be computed with it</source>
        <translation>{0} ist irgendeine Funktion: damit lässt sich nichts ausrechnen</translation>
    </message>
    <message>
        <source>{0} is cut off: it ends in line {1}, before its end</source>
        <translation>{0} ist abgeschnitten: Die Datei endet in Zeile {1}, vor ihrem Ende</translation>
    </message>
    <message>
        <source>{0} is damaged in line {1}, column {2}: {3}{4}</source>
        <translation>{0} ist in Zeile {1}, Spalte {2} beschädigt: {3}{4}</translation>
    </message>
    <message>
        <source>{0} is damaged: it is not JSON that can be read</source>
        <translation>{0} ist beschädigt: Es ist kein lesbares JSON</translation>
    </message>
    <message>
        <source>{0} is damaged: its version is {1}, not a number, 1 or greater</source>
        <translation>{0} ist beschädigt: Die Version ist {1}, keine Zahl ab 1</translation>
    </message>
    <message>
        <source>{0} is damaged: {1}</source>
        <translation>{0} ist beschädigt: {1}</translation>
    </message>
    <message>
        <source>{0} is data beside {1}, and is written {2} here.</source>
        <translation>{0} sind Daten neben {1} und werden hier {2} geschrieben.</translation>
    </message>
    <message>
        <source>{0} is data: only its name is used.</source>
        <translation>{0} sind Daten: Nur der Name wird benutzt.</translation>
    </message>
    <message>
        <source>{0} is data: only its shape is used.</source>
        <translation>{0} sind Daten: Nur die Form wird benutzt.</translation>
    </message>
    <message>
        <source>{0} is declared to be symmetric or diagonal, and only a whole one is a variable</source>
        <translation>{0} ist als symmetrisch oder diagonal deklariert, und nur die ganze Matrix ist eine Variable</translation>
    </message>
    <message>
        <source>{0} is declared twice: {1} and {2}</source>
        <translation>{0} ist zweimal vereinbart: {1} und {2}</translation>
    </message>
    <message>
        <source>{0} is defined row by row, but {1} is used as a whole</source>
        <translation>{0} ist Zeile für Zeile definiert, aber {1} wird als Ganzes benutzt</translation>
    </message>
    <message>
        <source>{0} is defined twice</source>
        <translation>{0} ist zweimal definiert</translation>
    </message>
    <message>
        <source>{0} is empty</source>
        <translation>{0} ist leer</translation>
    </message>
    <message>
        <source>{0} is larger than any file of this program</source>
        <translation>{0} ist größer als jede Datei dieses Programms</translation>
    </message>
    <message>
        <source>{0} is made of other names, which are the arguments of a program</source>
        <translation>{0} besteht aus anderen Namen, und diese sind die Argumente eines Programms</translation>
    </message>
    <message>
        <source>{0} is needed for it and not installed: pip install &quot;explainer[{1}]&quot;</source>
        <translation>dafür wird {0} gebraucht und ist nicht installiert: pip install &quot;explainer[{1}]&quot;</translation>
    </message>
    <message>
        <source>{0} is no vector, so it has no entries that add up to 1</source>
        <translation>{0} ist kein Vektor, hat also keine Einträge mit der Summe 1</translation>
    </message>
    <message>
        <source>{0} is not a deck saved by this program</source>
        <translation>{0} ist kein Foliensatz, den dieses Programm gespeichert hat</translation>
    </message>
    <message>
        <source>{0} is not a derivation saved by this program</source>
        <translation>{0} ist keine von diesem Programm gespeicherte Ableitung</translation>
    </message>
    <message>
        <source>{0} is not a file of this program: it holds no text</source>
        <translation>{0} ist keine Datei dieses Programms: Sie enthält keinen Text</translation>
    </message>
    <message>
        <source>{0} is not a function of the library</source>
        <translation>{0} ist keine Funktion der Bibliothek</translation>
    </message>
    <message>
        <source>{0} is not a layer that can be read here</source>
        <translation>{0} ist keine Schicht, die gelesen wird</translation>
    </message>
    <message>
        <source>{0} is not a number of steps</source>
        <translation>{0} ist keine Anzahl von Schritten</translation>
    </message>
    <message>
        <source>{0} is not a parameter that can step as a whole</source>
        <translation>{0} ist kein Parameter, der als Ganzes einen Schritt machen kann</translation>
    </message>
    <message>
        <source>{0} is not a step size</source>
        <translation>{0} ist keine Schrittweite</translation>
    </message>
    <message>
        <source>{0} is not a text</source>
        <translation>{0} ist kein Text</translation>
    </message>
    <message>
        <source>{0} is not a variable</source>
        <translation>{0} ist keine Variable</translation>
    </message>
    <message>
        <source>{0} is not a variable of differentiation</source>
        <translation>{0} ist keine Variable, nach der abgeleitet werden kann</translation>
    </message>
    <message>
        <source>{0} is not a variable of its own</source>
        <translation>{0} ist keine eigene Variable</translation>
    </message>
    <message>
        <source>{0} is not closed before this</source>
        <translation>{0} ist vorher nicht geschlossen</translation>
    </message>
    <message>
        <source>{0} is not equal to its transpose.</source>
        <translation>{0} ist nicht dasselbe wie das, was transponiert wird.</translation>
    </message>
    <message>
        <source>{0} is not part of the language</source>
        <translation>{0} gehört nicht zur Sprache</translation>
    </message>
    <message>
        <source>{0} is not read on a slide: write df/dx</source>
        <translation>{0} wird auf einer Folie nicht gelesen: schreiben Sie df/dx</translation>
    </message>
    <message>
        <source>{0} is not used by what follows, and was left out.</source>
        <translation>{0} wird im Folgenden nicht verwendet und wurde weggelassen.</translation>
    </message>
    <message>
        <source>{0} is not used in the function: it will name {1} in the result, or be left aside if that does not occur.</source>
        <translation>{0} kommt in der Funktion nicht vor: Damit wird im Ergebnis {1} benannt, oder es bleibt weg, wenn das dort nicht vorkommt.</translation>
    </message>
    <message>
        <source>{0} is not {1}</source>
        <translation>{0} ist nicht {1}</translation>
    </message>
    <message>
        <source>{0} is one variable here, and is written {1}.</source>
        <translation>{0} ist hier eine einzige Variable und wird {1} geschrieben.</translation>
    </message>
    <message>
        <source>{0} is read as a name here, and not as the number 3.14….</source>
        <translation>{0} wird hier als Name gelesen und nicht als die Zahl 3,14….</translation>
    </message>
    <message>
        <source>{0} is read as a product with a part of the identity matrix, which leaves entries out.</source>
        <translation>{0} wird als Produkt mit einem Teil der Einheitsmatrix gelesen, der Einträge weglässt.</translation>
    </message>
    <message>
        <source>{0} is read as row {1} of {2}.</source>
        <translation>{0} wird als Zeile {1} von {2} gelesen.</translation>
    </message>
    <message>
        <source>{0} is read as the number {1}.</source>
        <translation>{0} wird als die Zahl {1} gelesen.</translation>
    </message>
    <message>
        <source>{0} is read as the transpose: all numbers are real.</source>
        <translation>{0} wird als Transponierte gelesen: Alle Zahlen sind reell.</translation>
    </message>
    <message>
        <source>{0} is read as {1}.</source>
        <translation>{0} ist als {1} gelesen.</translation>
    </message>
    <message>
        <source>{0} is read as {1}: it depends on {2} too.</source>
        <translation>{0} wird als {1} gelesen: Es hängt auch von {2} ab.</translation>
    </message>
    <message>
        <source>{0} is substituted wherever it is used.</source>
        <translation>{0} wird überall eingesetzt, wo es benutzt wird.</translation>
    </message>
    <message>
        <source>{0} is taken as a matrix of shape {2}.</source>
        <translation>{0} gilt als Matrix der Form {2}.</translation>
    </message>
    <message>
        <source>{0} is taken as a scalar.</source>
        <translation>{0} gilt als Skalar.</translation>
    </message>
    <message>
        <source>{0} is taken as a vector of size {1}.</source>
        <translation>{0} gilt als Vektor der Größe {1}.</translation>
    </message>
    <message>
        <source>{0} is the argument of the function, so it is the variable.</source>
        <translation>{0} ist das Argument der Funktion, also die Variable.</translation>
    </message>
    <message>
        <source>{0} is the class as a one-hot vector: 1 in its entry, 0 elsewhere.</source>
        <translation>{0} ist die Klasse als One-Hot-Vektor: 1 in ihrem Eintrag, sonst 0.</translation>
    </message>
    <message>
        <source>{0} is the only name, and taken as the variable.</source>
        <translation>{0} ist der einzige Name und gilt als Variable.</translation>
    </message>
    <message>
        <source>{0} is the share less the target: where the share is too large, the loss grows with it.</source>
        <translation>{0} ist der Anteil minus das Ziel: Wo der Anteil zu groß ist, wächst der Verlust mit ihm.</translation>
    </message>
    <message>
        <source>{0} is there already. Replace it?</source>
        <translation>{0} gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <source>{0} is this but for a number, which stands as a factor too much or is missing.</source>
        <translation>{0} ist das bis auf eine Zahl, die als Faktor zu viel steht oder fehlt.</translation>
    </message>
    <message>
        <source>{0} is too large to compute with.</source>
        <translation>{0} ist zu groß, um damit zu rechnen.</translation>
    </message>
    <message>
        <source>{0} is written as a vector, as one of its sizes is 1.</source>
        <translation>{0} wird als Vektor geschrieben, da eine seiner Größen 1 ist.</translation>
    </message>
    <message>
        <source>{0} is written {1} here.</source>
        <translation>{0} heißt hier {1}.</translation>
    </message>
    <message>
        <source>{0} is {1} and the predictions are {2}</source>
        <translation>{0} ist {1}, und die Vorhersagen sind {2}</translation>
    </message>
    <message>
        <source>{0} is {1}, and an entry of a {2} is a scalar</source>
        <translation>{0} ist {1}, und ein Eintrag ({2}) ist ein Skalar</translation>
    </message>
    <message>
        <source>{0} is {1}, and only a scalar can be minimised</source>
        <translation>{0} ist {1}, und nur ein Skalar lässt sich minimieren</translation>
    </message>
    <message>
        <source>{0} is {1}, but its start has the sizes {2}</source>
        <translation>{0} ist {1}, aber der Anfang hat die Größen {2}</translation>
    </message>
    <message>
        <source>{0} is {1}, {2} is {3}, so the derivative is {4}.</source>
        <translation>{0} ist {1}, {2} ist {3}, also ist die Ableitung {4}.</translation>
    </message>
    <message>
        <source>{0} joins or cuts arrays, which is not read</source>
        <translation>{0} fügt Arrays zusammen oder teilt sie, was nicht gelesen wird</translation>
    </message>
    <message>
        <source>{0} keeps one entry for each entry of the variable: nothing is added up.</source>
        <translation>{0} behält einen Eintrag für jeden Eintrag der Variable: nichts wird addiert.</translation>
    </message>
    <message>
        <source>{0} layout</source>
        <translation>{0}</translation>
    </message>
    <message numerus="yes">
        <source>{0} lines</source>
        <translation>
            <numerusform>{0} Zeile</numerusform>
            <numerusform>{0} Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} lines of the file with your answers are damaged: they stay there, and the others are used.</source>
        <translation>
            <numerusform>{0} Zeile der Datei mit Ihren Antworten ist beschädigt: sie bleibt dort, und die anderen werden verwendet.</numerusform>
            <numerusform>{0} Zeilen der Datei mit Ihren Antworten sind beschädigt: sie bleiben dort, und die anderen werden verwendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} may be a convolution</source>
        <translation>{0} kann eine Faltung sein</translation>
    </message>
    <message>
        <source>{0} more rules follow.</source>
        <translation>{0} weitere Regeln folgen.</translation>
    </message>
    <message>
        <source>{0} names the result; the {0} to the right of “=” is the value before this step.</source>
        <translation>{0} benennt das Ergebnis; das {0} rechts von „=“ ist der Wert vor diesem Schritt.</translation>
    </message>
    <message>
        <source>{0} names the result; what is right of “=” is read.</source>
        <translation>{0} benennt das Ergebnis; gelesen wird, was rechts von „=“ steht.</translation>
    </message>
    <message>
        <source>{0} names the result; what stands to the right of “=” is read.</source>
        <translation>{0} benennt das Ergebnis; gelesen wird, was rechts von „=“ steht.</translation>
    </message>
    <message>
        <source>{0} names the variable.</source>
        <translation>{0} benennt die Variable.</translation>
    </message>
    <message>
        <source>{0} needs {1}</source>
        <translation>{0} braucht {1}</translation>
    </message>
    <message>
        <source>{0} of a matrix ({1}) is not read</source>
        <translation>{0} einer Matrix ({1}) wird nicht gelesen</translation>
    </message>
    <message>
        <source>{0} of a matrix works row by row.</source>
        <translation>{0} einer Matrix wirkt Zeile für Zeile.</translation>
    </message>
    <message>
        <source>{0} of this library has no meaning here</source>
        <translation>{0} dieser Bibliothek hat hier keine Bedeutung</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>{0} of {1} entries are zero for all values</source>
        <translation>{0} von {1} Einträgen sind bei allen Werten null</translation>
    </message>
    <message>
        <source>{0} of {1} lines have the value that was measured.</source>
        <translation>{0} von {1} Zeilen haben den gemessenen Wert.</translation>
    </message>
    <message>
        <source>{0} of {1} steps</source>
        <translation>{0} von {1} Schritten</translation>
    </message>
    <message>
        <source>{0} of {1}…</source>
        <translation>{0} von {1} …</translation>
    </message>
    <message>
        <source>{0} over {1}</source>
        <translation>{0} durch {1}</translation>
    </message>
    <message numerus="yes">
        <source>{0} places in the lesson “{1}” need attention:</source>
        <translation>
            <numerusform>Eine Stelle in der Lektion „{1}“ braucht Aufmerksamkeit:</numerusform>
            <numerusform>{0} Stellen in der Lektion „{1}“ brauchen Aufmerksamkeit:</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} prime</source>
        <translation>{0} Strich</translation>
    </message>
    <message>
        <source>{0} puts entries into another shape, which is not read</source>
        <translation>{0} bringt Einträge in eine andere Form, was nicht gelesen wird</translation>
    </message>
    <message>
        <source>{0} returns nothing</source>
        <translation>{0} gibt nichts zurück</translation>
    </message>
    <message>
        <source>{0} rounded down</source>
        <translation>{0} abgerundet</translation>
    </message>
    <message>
        <source>{0} rounded up</source>
        <translation>{0} aufgerundet</translation>
    </message>
    <message numerus="yes">
        <source>{0} rows</source>
        <translation>
            <numerusform>{0} Zeile</numerusform>
            <numerusform>{0} Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} should be {1}, but the value has the sizes {2}</source>
        <translation>{0} sollte {1} sein, aber der Wert hat die Größen {2}</translation>
    </message>
    <message numerus="yes">
        <source>{0} slides</source>
        <translation>
            <numerusform>{0} Folie</numerusform>
            <numerusform>{0} Folien</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} squared</source>
        <translation>{0} Quadrat</translation>
    </message>
    <message>
        <source>{0} stands elsewhere too, or is no vector of numbers</source>
        <translation>{0} steht auch anderswo oder ist kein Vektor aus Zahlen</translation>
    </message>
    <message>
        <source>{0} stands in every row of {1}.</source>
        <translation>{0} steht in jeder Zeile von {1}.</translation>
    </message>
    <message>
        <source>{0} stands on both sides of what changes.</source>
        <translation>{0} steht auf beiden Seiten dessen, was sich ändert.</translation>
    </message>
    <message>
        <source>{0} stands over a single name only</source>
        <translation>{0} steht nur über einem einzelnen Namen</translation>
    </message>
    <message>
        <source>{0} stands twice among the variables of differentiation</source>
        <translation>{0} steht zweimal unter den Variablen, nach denen abgeleitet wird</translation>
    </message>
    <message numerus="yes">
        <source>{0} steps</source>
        <translation>
            <numerusform>{0} Schritt</numerusform>
            <numerusform>{0} Schritten</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} steps are too many; the limit is {1}</source>
        <translation>{0} Schritte sind zu viele; höchstens {1} werden gemacht</translation>
    </message>
    <message numerus="yes">
        <source>{0} steps inside</source>
        <translation>
            <numerusform>{0} Schritt im Innern</numerusform>
            <numerusform>{0} Schritte im Innern</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} sub {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0} sub {1}, end sub,</source>
        <translation>{0} {1}, Ende Index,</translation>
    </message>
    <message>
        <source>{0} takes 2 arguments, not {1}</source>
        <translation>{0} nimmt 2 Argumente, nicht {1}</translation>
    </message>
    <message>
        <source>{0} takes a vector or a matrix, and {1} is a scalar</source>
        <translation>{0} nimmt einen Vektor oder eine Matrix, und {1} ist ein Skalar</translation>
    </message>
    <message>
        <source>{0} takes arguments, not {1}</source>
        <translation>{0} hat Argumente, nicht {1}</translation>
    </message>
    <message>
        <source>{0} takes one argument, not {1}</source>
        <translation>{0} hat ein Argument, nicht {1}</translation>
    </message>
    <message>
        <source>{0} takes one or two sizes</source>
        <translation>{0} nimmt eine oder zwei Größen</translation>
    </message>
    <message>
        <source>{0} takes one range and one expression</source>
        <translation>{0} nimmt einen Bereich und einen Ausdruck</translation>
    </message>
    <message>
        <source>{0} takes one size</source>
        <translation>{0} nimmt eine Größe</translation>
    </message>
    <message>
        <source>{0} takes three arguments, not {1}</source>
        <translation>{0} hat drei Argumente, nicht {1}</translation>
    </message>
    <message>
        <source>{0} takes two arguments, not {1}</source>
        <translation>{0} hat zwei Argumente, nicht {1}</translation>
    </message>
    <message>
        <source>{0} takes two ranges and one expression</source>
        <translation>{0} nimmt zwei Bereiche und einen Ausdruck</translation>
    </message>
    <message>
        <source>{0} takes two sizes</source>
        <translation>{0} nimmt zwei Größen</translation>
    </message>
    <message>
        <source>{0} takes {1} argument(s) here, not {2}</source>
        <translation>{0} hat hier {1} Argument(e), nicht {2}</translation>
    </message>
    <message>
        <source>{0} takes {1} argument(s), not {2}</source>
        <translation>{0} hat {1} Argument(e), nicht {2}</translation>
    </message>
    <message>
        <source>{0} takes {1} inputs, and {2} has {3}</source>
        <translation>{0} nimmt {1} Eingaben, und {2} hat {3}</translation>
    </message>
    <message>
        <source>{0} times {1} is {2}</source>
        <translation>{0} mal {1} ist {2}</translation>
    </message>
    <message>
        <source>{0} to the power of {1}</source>
        <translation>{0} hoch {1}</translation>
    </message>
    <message>
        <source>{0} to the power {1}</source>
        <translation>{0} hoch {1}</translation>
    </message>
    <message>
        <source>{0} transpose</source>
        <translation>{0} transponiert</translation>
    </message>
    <message>
        <source>{0} uses the mean and the spread of the batch while it is trained and stored ones afterwards</source>
        <translation>{0} benutzt beim Training Mittel und Streuung des Batches und danach gespeicherte</translation>
    </message>
    <message>
        <source>{0} uses the mean and the spread that were stored while the network was trained.</source>
        <translation>{0} verwendet Mittelwert und Streuung, die beim Training gespeichert wurden.</translation>
    </message>
    <message>
        <source>{0} uses {1}</source>
        <translation>{0} benutzt {1}</translation>
    </message>
    <message>
        <source>{0} was changed by another program since it was opened here. Replace it?</source>
        <translation>{0} wurde von einem anderen Programm geändert, seit es hier geöffnet wurde. Ersetzen?</translation>
    </message>
    <message>
        <source>{0} was not given but taken from the text; give another shape behind it: … where {0}.</source>
        <translation>{0} wurde nicht angegeben, sondern aus dem Text entnommen; gib dahinter eine andere Form an: … where {0}.</translation>
    </message>
    <message>
        <source>{0} was saved by a later version of the program (format {1}; this one reads up to {2})</source>
        <translation>{0} wurde von einer späteren Version des Programms gespeichert (Format {1}; diese liest bis {2})</translation>
    </message>
    <message>
        <source>{0} with respect to {1}</source>
        <translation>{0} nach {1}</translation>
    </message>
    <message>
        <source>{0} with {1} raised has no meaning here</source>
        <translation>{0} mit hochgestelltem {1} hat hier keine Bedeutung</translation>
    </message>
    <message>
        <source>{0} works on pictures and sequences, which have more than two axes</source>
        <translation>{0} arbeitet mit Bildern und Folgen, die mehr als zwei Achsen haben</translation>
    </message>
    <message>
        <source>{0} would execute something</source>
        <translation>{0} würde etwas ausführen</translation>
    </message>
    <message>
        <source>{0} would have no value</source>
        <translation>{0} hätte keinen Wert</translation>
    </message>
    <message numerus="yes">
        <source>{0} wrong answers</source>
        <translation>
            <numerusform>{0} falsche Antwort</numerusform>
            <numerusform>{0} falsche Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} {1} is read with {0} as a row: {0}ᵀ {1}.</source>
        <translation>{0} {1} wird mit {0} als Zeile gelesen: {0}ᵀ {1}.</translation>
    </message>
    <message>
        <source>{0} · {1} for the dot product, {0} ⊗ {1} (in ASCII {0} .* {1}) for the element-wise one</source>
        <translation>{0} · {1} für das Skalarprodukt, {0} ⊗ {1} (in ASCII {0} .* {1}) für das elementweise</translation>
    </message>
    <message>
        <source>{0} · {1}, changed</source>
        <translation>{0} · {1}, geändert</translation>
    </message>
    <message>
        <source>{0}&apos; is read as another value, {0}_prime; {0}ᵀ is the transpose.</source>
        <translation>{0}&apos; wird als ein anderer Wert gelesen, {0}_prime; {0}ᵀ ist die Transponierte.</translation>
    </message>
    <message>
        <source>{0}&apos;(…) is not read as a derivative, as the prime transposes</source>
        <translation>{0}&apos;(…) wird nicht als Ableitung gelesen, weil der Strich transponiert</translation>
    </message>
    <message>
        <source>{0}({1}) is read as the entry {0}_{1}.</source>
        <translation>{0}({1}) wird als der Eintrag {0}_{1} gelesen.</translation>
    </message>
    <message>
        <source>{0}(…) is read as a function; for a product write {0} * (…).</source>
        <translation>{0}(…) wird als Funktion gelesen; für ein Produkt schreiben Sie {0} * (…).</translation>
    </message>
    <message>
        <source>{0}(…) is read as a product, {0} times the bracket; functions are f, g and h.</source>
        <translation>{0}(…) wird als Produkt gelesen, {0} mal die Klammer; Funktionen heißen f, g und h.</translation>
    </message>
    <message>
        <source>{0}, all of which is {1},</source>
        <translation>{0}, was alles zusammen {1} ist,</translation>
    </message>
    <message>
        <source>{0}, an example</source>
        <translation>{0}, ein Beispiel</translation>
    </message>
    <message>
        <source>{0}, end product,</source>
        <translation>{0}, Ende des Produkts,</translation>
    </message>
    <message>
        <source>{0}, end sum,</source>
        <translation>{0}, Ende der Summe,</translation>
    </message>
    <message>
        <source>{0}, end {1},</source>
        <translation>{0}, Ende {1},</translation>
    </message>
    <message>
        <source>{0}, normalized</source>
        <translation>{0}, normalisiert</translation>
    </message>
    <message>
        <source>{0}, problem {1} of {2}</source>
        <translation>{0}, Aufgabe {1} von {2}</translation>
    </message>
    <message>
        <source>{0}, the same as {1}</source>
        <translation>{0}, dasselbe wie {1}</translation>
    </message>
    <message>
        <source>{0}, which is {1},</source>
        <translation>{0}, was {1} ist,</translation>
    </message>
    <message>
        <source>{0}, with smaller sizes in place of {1}</source>
        <translation>{0}, mit kleineren Größen an der Stelle von {1}</translation>
    </message>
    <message>
        <source>{0}. Derived</source>
        <translation>{0}. Abgeleitet</translation>
    </message>
    <message>
        <source>{0}. Done</source>
        <translation>{0}. Erledigt</translation>
    </message>
    <message>
        <source>{0}. Solved</source>
        <translation>{0}. Gelöst</translation>
    </message>
    <message>
        <source>{0}. {1} of {2} tasks done</source>
        <translation>{0}. {1} von {2} Aufgaben erledigt</translation>
    </message>
    <message>
        <source>{0}: a block for each value of the indices before the last two.</source>
        <translation>{0}: ein Block für jeden Wert der Indizes vor den letzten beiden.</translation>
    </message>
    <message>
        <source>{0}: differentiate {1} with respect to {2}</source>
        <translation>{0}: {1} nach {2} ableiten</translation>
    </message>
    <message>
        <source>{0}: no shape can be read from an object of the type {1}</source>
        <translation>{0}: aus einem Objekt vom Typ {1} lässt sich keine Form lesen</translation>
    </message>
    <message>
        <source>{0}: no.</source>
        <translation>{0}: nein.</translation>
    </message>
    <message>
        <source>{0}: right.</source>
        <translation>{0}: richtig.</translation>
    </message>
    <message>
        <source>{0}: show its {1} steps on the board</source>
        <translation>{0}: die {1} Schritte auf der Tafel zeigen</translation>
    </message>
    <message>
        <source>{0}: {1} with respect to {2}</source>
        <translation>{0}: {1} nach {2}</translation>
    </message>
    <message>
        <source>{0}; its paths are lit</source>
        <translation>{0}; seine Wege sind hervorgehoben</translation>
    </message>
    <message>
        <source>{0}; problem {1} of {2}</source>
        <translation>{0}; Aufgabe {1} von {2}</translation>
    </message>
    <message>
        <source>{0}; the shapes that it multiplies are drawn</source>
        <translation>{0}; die Formen, die er multipliziert, werden gezeichnet</translation>
    </message>
    <message>
        <source>{0}; typed {1}</source>
        <translation>{0}; getippt {1}</translation>
    </message>
    <message>
        <source>{0}; {1} of {2}</source>
        <translation>{0}; {1} von {2}</translation>
    </message>
    <message>
        <source>{0}Name one, such as x.</source>
        <translation>{0}Nenne eine, etwa x.</translation>
    </message>
    <message>
        <source>{0}The fields are: {1}.</source>
        <translation>{0}Felder sind: {1}.</translation>
    </message>
    <message>
        <source>{0}The figures are: {1}.</source>
        <translation>{0}Abbildungen sind: {1}.</translation>
    </message>
    <message>
        <source>{0}The kinds are: {1}.</source>
        <translation>{0}Arten sind: {1}.</translation>
    </message>
    <message>
        <source>{0}^({1}) is read as entry or row {1} of {0}.</source>
        <translation>{0}^({1}) wird als Eintrag oder Zeile {1} von {0} gelesen.</translation>
    </message>
    <message>
        <source>{0}^-1 could be the inverse function or 1/{0}</source>
        <translation>{0}^-1 könnte die Umkehrfunktion oder 1/{0} sein</translation>
    </message>
    <message>
        <source>{0}^0 is the identity matrix.</source>
        <translation>{0}^0 ist die Einheitsmatrix.</translation>
    </message>
    <message>
        <source>{0}^2 = … defines {0} as the positive root.</source>
        <translation>{0}^2 = … legt {0} als die positive Wurzel fest.</translation>
    </message>
    <message>
        <source>{0}^2(x) is {0}(x)^2. For the inverse function write arc{0}(x), for 1 over it 1/{0}(x).</source>
        <translation>{0}^2(x) ist {0}(x)^2. Für die Umkehrfunktion arc{0}(x) schreiben, für den Kehrwert 1/{0}(x).</translation>
    </message>
    <message>
        <source>{0}^{1} is read as a product of matrices; .^ raises every entry.</source>
        <translation>{0}^{1} wird als Produkt von Matrizen gelesen; .^ potenziert jeden Eintrag.</translation>
    </message>
    <message>
        <source>{0}^{1} raises every entry: there is no product of this matrix with itself.</source>
        <translation>{0}^{1} potenziert jeden Eintrag: ein Produkt dieser Matrix mit sich selbst gibt es nicht.</translation>
    </message>
    <message>
        <source>{0}_bar is read as the mean of {0}; declare its shape to use it as a name: … where {0}_bar: scalar.</source>
        <translation>{0}_bar wird als Mittelwert von {0} gelesen; um es als Namen zu verwenden, die Form vereinbaren: … where {0}_bar: scalar.</translation>
    </message>
    <message numerus="yes">
        <source>{1} takes {0} arguments, not {2}</source>
        <translation>
            <numerusform>{1} hat {0} Argument, nicht {2}</numerusform>
            <numerusform>{1} hat {0} Argumente, nicht {2}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{1}; {0} paths from {2} to {3}.</source>
        <translation>
            <numerusform>{1}; ein Weg von {2} nach {3}.</numerusform>
            <numerusform>{1}; {0} Wege von {2} nach {3}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{A} and {X} have {n} rows and {n} columns. Why does the derivative of {ln(det(A @ X))} not contain {A}?</source>
        <translation>{A} und {X} haben {n} Zeilen und {n} Spalten. Warum enthält die Ableitung von {ln(det(A @ X))} kein {A}?</translation>
    </message>
    <message>
        <source>{A} meets its inverse: together they are the identity matrix.</source>
        <translation>{A} trifft auf seine Inverse: Zusammen sind sie die Einheitsmatrix.</translation>
    </message>
    <message>
        <source>{C} does not change when {X} does: its differential is zero.</source>
        <translation>{C} ändert sich nicht, wenn {X} sich ändert: Sein Differential ist null.</translation>
    </message>
    <message>
        <source>{C} is 1 or 0, and changes only where both sides are equal.</source>
        <translation>{C} ist 1 oder 0 und ändert sich nur, wo beide Seiten gleich sind.</translation>
    </message>
    <message>
        <source>{C} multiplies every term from the same side: it moves out of the sum, and leaves the identity matrix.</source>
        <translation>{C} multipliziert jeden Term von derselben Seite: Es wird aus der Summe herausgezogen und lässt die Einheitsmatrix zurück.</translation>
    </message>
    <message>
        <source>{C} multiplies every term from the same side: it moves out of the sum.</source>
        <translation>{C} steht in jedem Term auf derselben Seite: Es rückt aus der Summe heraus.</translation>
    </message>
    <message>
        <source>{F} times {b} adds the columns of {F} with the entries of {b}.</source>
        <translation>{F} mal {b} addiert die Spalten von {F} mit den Einträgen von {b}.</translation>
    </message>
    <message>
        <source>{G} is then a column with one entry for each neuron, and {X} is a row.</source>
        <translation>{G} ist dann eine Spalte mit einem Eintrag für jedes Neuron, und {X} ist eine Zeile.</translation>
    </message>
    <message>
        <source>{K} times the columns of {F} are the columns of a product of three matrices.</source>
        <translation>{K} mal die Spalten von {F} sind die Spalten eines Produkts aus drei Matrizen.</translation>
    </message>
    <message>
        <source>{L} does not depend on {Z}.</source>
        <translation>{L} hängt von {Z} nicht ab.</translation>
    </message>
    <message>
        <source>{P} is multiplied into the bracket, because there it cancels.</source>
        <translation>{P} wird in die Klammer multipliziert, weil es sich dort kürzt.</translation>
    </message>
    <message>
        <source>{S} stays diagonal: of the derivative with respect to free entries only the diagonal counts.</source>
        <translation>{S} bleibt diagonal: von der Ableitung nach freien Einträgen zählt nur die Diagonale.</translation>
    </message>
    <message>
        <source>{S} stays symmetric, so two entries move together, half each: the derivative is the symmetric part of the one with respect to free entries.</source>
        <translation>{S} bleibt symmetrisch, also ändern sich je zwei Einträge gemeinsam, je zur Hälfte: die Ableitung ist der symmetrische Teil derjenigen nach freien Einträgen.</translation>
    </message>
    <message>
        <source>{W} affects {y} through {count} vectors; their contributions are added. </source>
        <translation>{W} wirkt auf {y} über {count} Vektoren; ihre Beiträge werden addiert. </translation>
    </message>
    <message>
        <source>{W} affects {y} through {z} alone. </source>
        <translation>{W} wirkt auf {y} nur über {z}. </translation>
    </message>
    <message>
        <source>{W} does not depend on {x}: it is a linear map, and stays in front of the derivative of {u}.</source>
        <translation>{W} hängt nicht von {x} ab: Es ist eine lineare Abbildung und bleibt vor der Ableitung von {u}.</translation>
    </message>
    <message>
        <source>{X} has {m} rows and {n} columns, and {f} is a number that depends on {X}. What shape has the derivative of {f} with respect to {X} in numerator layout?</source>
        <translation>{X} hat {m} Zeilen und {n} Spalten, und {f} ist eine Zahl, die von {X} abhängt. Welche Form hat die Ableitung von {f} nach {X} im Zählerlayout?</translation>
    </message>
    <message>
        <source>{a} changes with {b} only if the two are the same entry, in the same row and in the same column: a δ for each, which is 1 where its two indices are equal and 0 elsewhere.</source>
        <translation>{a} ändert sich mit {b} nur, wenn beide derselbe Eintrag sind, in derselben Zeile und in derselben Spalte: für jedes ein δ, das 1 ist, wo seine beiden Indizes gleich sind, und sonst 0.</translation>
    </message>
    <message>
        <source>{a} changes with {b} only if the two are the same entry: the derivative is 1 for {i} = {j} and 0 otherwise, in short {delta}.</source>
        <translation>{a} ändert sich mit {b} nur, wenn beide derselbe Eintrag sind: Die Ableitung ist 1 für {i} = {j} und sonst 0, kurz {delta}.</translation>
    </message>
    <message>
        <source>{before} is a number, and so its own transpose: {after}.</source>
        <translation>{before} ist eine Zahl und darum ihre eigene Transponierte: {after}.</translation>
    </message>
    <message>
        <source>{bracket} is multiplied out, so that every term has one change in it.</source>
        <translation>{bracket} wird ausmultipliziert, damit in jedem Summanden eine Änderung steht.</translation>
    </message>
    <message>
        <source>{bracket} is multiplied out: each Kronecker product in it meets {other}, block by block.</source>
        <translation>{bracket} wird ausmultipliziert: jedes Kronecker-Produkt darin trifft Block für Block auf {other}.</translation>
    </message>
    <message>
        <source>{bracket} is multiplied out: the other factors stand in each of its terms.</source>
        <translation>{bracket} wird ausmultipliziert: die anderen Faktoren stehen in jedem Summanden.</translation>
    </message>
    <message>
        <source>{bracket} is multiplied term by term: every product is a simple one.</source>
        <translation>{bracket} wird Term für Term multipliziert: Jedes Produkt ist einfach.</translation>
    </message>
    <message>
        <source>{count} paths from {first} to {last}: multiply along each, then add.</source>
        <translation>{count} Wege von {first} nach {last}: entlang jedes Weges multiplizieren, dann addieren.</translation>
    </message>
    <message>
        <source>{count} steps in one. </source>
        <translation>{count} Schritte in einem. </translation>
    </message>
    <message>
        <source>{c} does not change when {x} changes, so its derivative is zero.</source>
        <translation>{c} ändert sich nicht, wenn sich {x} ändert, also ist die Ableitung null.</translation>
    </message>
    <message>
        <source>{c} does not contain {x}: it is held constant, and its derivative is zero.</source>
        <translation>{c} enthält {x} nicht: Es wird festgehalten, und die Ableitung ist null.</translation>
    </message>
    <message>
        <source>{c} is a number: it stays the same when {x} changes, so its derivative is zero.</source>
        <translation>{c} ist eine Zahl: Sie bleibt gleich, wenn sich {x} ändert, also ist die Ableitung null.</translation>
    </message>
    <message>
        <source>{d} is a vector: its entries, each times {b}, are a matrix times it.</source>
        <translation>{d} ist ein Vektor: Seine Einträge, jeweils mal {b}, sind eine Matrix mal diesem Vektor.</translation>
    </message>
    <message>
        <source>{d} is diagonal, as {S} is: of {G} only the diagonal counts.</source>
        <translation>{d} ist diagonal wie {S}: von {G} zählt nur die Diagonale.</translation>
    </message>
    <message>
        <source>{d} is symmetric, as {S} is: of {G} only the symmetric part counts.</source>
        <translation>{d} ist symmetrisch wie {S}: von {G} zählt nur der symmetrische Teil.</translation>
    </message>
    <message>
        <source>{f} depends on {x} alone: written with d and with ∂ its derivative is the same.</source>
        <translation>{f} hängt nur von {x} ab: mit d und mit ∂ geschrieben ist die Ableitung dieselbe.</translation>
    </message>
    <message>
        <source>{f} has its derivative with respect to all of {X} at once: that with respect to {entry} is one entry of it, where row and column change places.</source>
        <translation>{f} hat eine Ableitung nach ganz {X} auf einmal: die nach {entry} ist ein Eintrag davon, wobei Zeile und Spalte die Plätze tauschen.</translation>
    </message>
    <message>
        <source>{f} is a function of a scalar: its derivative from the table times the change of what it is applied to.</source>
        <translation>{f} ist eine Funktion eines Skalars: ihre Ableitung aus der Tabelle mal die Änderung dessen, worauf sie angewandt wird.</translation>
    </message>
    <message>
        <source>{f} is a matrix and {x} a scalar: each entry of {f} is differentiated; in row {i}, column {j} stands {entry}.</source>
        <translation>{f} ist eine Matrix und {x} ein Skalar: Jeder Eintrag von {f} wird abgeleitet; in Zeile {i}, Spalte {j} steht {entry}.</translation>
    </message>
    <message>
        <source>{f} is a number that depends on {x} and {y}. Which shape has its gradient in numerator layout?</source>
        <translation>{f} ist eine Zahl, die von {x} und {y} abhängt. Welche Form hat ihr Gradient in Zählerordnung?</translation>
    </message>
    <message>
        <source>{f} is a row and {x} a scalar: each entry of the row is differentiated.</source>
        <translation>{f} ist eine Zeile und {x} ein Skalar: Jeder Eintrag der Zeile wird abgeleitet.</translation>
    </message>
    <message>
        <source>{f} is a scalar: its gradient is a row with one partial derivative for each entry of {x}.</source>
        <translation>{f} ist ein Skalar: Der Gradient ist eine Zeile mit einer partiellen Ableitung für jeden Eintrag von {x}.</translation>
    </message>
    <message>
        <source>{f} is a scalar: there is one partial derivative for each entry of the row {x}.</source>
        <translation>{f} ist ein Skalar: Für jeden Eintrag der Zeile {x} gibt es eine partielle Ableitung.</translation>
    </message>
    <message>
        <source>{f} is a scalar: there is one partial derivative for each entry of {x}. In numerator layout, the one with respect to the entry in row {i}, column {j} stands in row {j}, column {i}: the derivative has the shape of the transpose.</source>
        <translation>{f} ist ein Skalar: Für jeden Eintrag von {x} gibt es eine partielle Ableitung. Im Zählerlayout steht die nach dem Eintrag in Zeile {i}, Spalte {j} in Zeile {j}, Spalte {i}: Die Ableitung hat die Form der Transponierten.</translation>
    </message>
    <message>
        <source>{f} is a vector and {x} a scalar: the derivative is a column, one entry for each entry of {f}.</source>
        <translation>{f} ist ein Vektor und {x} ein Skalar: Die Ableitung ist eine Spalte mit einem Eintrag für jeden Eintrag von {f}.</translation>
    </message>
    <message>
        <source>{f} is applied to every entry on its own, so its Jacobian is diagonal, with the derivative from the table; the vector chain rule multiplies it by the derivative of the argument.</source>
        <translation>{f} wird auf jeden Eintrag für sich angewandt, also ist die Jacobi-Matrix diagonal, mit der Ableitung aus der Tabelle; die Vektor-Kettenregel multipliziert sie mit der Ableitung des Arguments.</translation>
    </message>
    <message>
        <source>{f} is its sign times its absolute value.</source>
        <translation>{f} ist sein Vorzeichen mal sein Betrag.</translation>
    </message>
    <message>
        <source>{f} is linear: the differential moves inside.</source>
        <translation>{f} ist linear: Das Differential wandert hinein.</translation>
    </message>
    <message>
        <source>{f} is multiplied into the bracket, where it cancels: that is shorter.</source>
        <translation>{f} wird in die Klammer multipliziert, wo es sich kürzt: Das ist kürzer.</translation>
    </message>
    <message>
        <source>{f} is one function of {variables}: its gradient is the row of its partial derivatives, in this order.</source>
        <translation>{f} ist eine einzige Funktion von {variables}: Ihr Gradient ist die Zeile ihrer partiellen Ableitungen, in dieser Reihenfolge.</translation>
    </message>
    <message>
        <source>{f} is the same in every term of the sum over {i}: it is written in front.</source>
        <translation>{f} ist in jedem Term der Summe über {i} gleich: Es tritt davor.</translation>
    </message>
    <message>
        <source>{f} is {c} for all values of the variables.</source>
        <translation>{f} ist für alle Werte der Variablen {c}.</translation>
    </message>
    <message>
        <source>{f} is {value}.</source>
        <translation>{f} ist {value}.</translation>
    </message>
    <message>
        <source>{f} multiplies every term in the bracket: there it cancels.</source>
        <translation>{f} multipliziert jeden Summanden in der Klammer: Dort kürzt es sich.</translation>
    </message>
    <message>
        <source>{f} times its own sign is its absolute value.</source>
        <translation>{f} mal sein eigenes Vorzeichen ist sein Betrag.</translation>
    </message>
    <message>
        <source>{f} works entry by entry, and {entry} depends on {own} only: the Jacobian is diagonal, with the derivative of each entry with respect to its own argument.</source>
        <translation>{f} arbeitet elementweise, und {entry} hängt nur von {own} ab: Die Jacobi-Matrix ist diagonal, mit der Ableitung jedes Eintrags nach dem eigenen Argument.</translation>
    </message>
    <message>
        <source>{f} works entry by entry: its derivative from the table, entry by entry times the change of what it is applied to.</source>
        <translation>{f} wirkt Eintrag für Eintrag: die Ableitung aus der Tabelle, elementweise mal der Änderung dessen, worauf es angewandt wird.</translation>
    </message>
    <message>
        <source>{held} does not depend on {x}: it multiplies the derivative of {moving} entry by entry, as diag does.</source>
        <translation>{held} hängt nicht von {x} ab: Es multipliziert die Ableitung von {moving} elementweise, wie diag es tut.</translation>
    </message>
    <message>
        <source>{held} does not depend on {x}: written as a row, it multiplies the derivative of {moving} from the left.</source>
        <translation>{held} hängt nicht von {x} ab: Als Zeile geschrieben multipliziert es die Ableitung von {moving} von links.</translation>
    </message>
    <message>
        <source>{h} divides each term in the brackets: then something cancels.</source>
        <translation>{h} teilt jeden Summanden in der Klammer: Dann kürzt sich etwas.</translation>
    </message>
    <message>
        <source>{i} cannot be {j} and {k} at once: one of the two δ is always 0.</source>
        <translation>{i} kann nicht zugleich {j} und {k} sein: Eines der beiden δ ist immer 0.</translation>
    </message>
    <message>
        <source>{i} is not {j}: {δ} is 0.</source>
        <translation>{i} ist nicht {j}: {δ} ist 0.</translation>
    </message>
    <message>
        <source>{i} runs from {first} to {last}: the terms are written out, and each is a power with a number.</source>
        <translation>{i} läuft von {first} bis {last}: die Summanden werden ausgeschrieben, und jeder ist eine Potenz mit einer Zahl.</translation>
    </message>
    <message>
        <source>{k} × {n} times {m} × {k}</source>
        <translation>{k} × {n} mal {m} × {k}</translation>
    </message>
    <message>
        <source>{letter} in the rule “{rule}”</source>
        <translation>{letter} in der Regel „{rule}“</translation>
    </message>
    <message>
        <source>{m n} rows and {m n} columns</source>
        <translation>{m n} Zeilen und {m n} Spalten</translation>
    </message>
    <message>
        <source>{m} rows and {n} columns</source>
        <translation>{m} Zeilen und {n} Spalten</translation>
    </message>
    <message>
        <source>{m} × {k} times {k} × {n}</source>
        <translation>{m} × {k} mal {k} × {n}</translation>
    </message>
    <message>
        <source>{name} stay: an abstract function is differentiated with respect to its own argument, which needs a letter. </source>
        <translation>{name} bleiben: Eine abstrakte Funktion wird nach ihrem eigenen Argument abgeleitet, und das braucht einen Buchstaben. </translation>
    </message>
    <message>
        <source>{name} stays: an abstract function is differentiated with respect to its own argument, which needs a letter. </source>
        <translation>{name} bleibt: Eine abstrakte Funktion wird nach ihrem eigenen Argument abgeleitet, und das braucht einen Buchstaben. </translation>
    </message>
    <message>
        <source>{n} rows and one column</source>
        <translation>{n} Zeilen und eine Spalte</translation>
    </message>
    <message>
        <source>{n} rows and {m} columns</source>
        <translation>{n} Zeilen und {m} Spalten</translation>
    </message>
    <message>
        <source>{n} rows and {n} columns</source>
        <translation>{n} Zeilen und {n} Spalten</translation>
    </message>
    <message>
        <source>{n} × {k} times {k} × {m}</source>
        <translation>{n} × {k} mal {k} × {m}</translation>
    </message>
    <message>
        <source>{opposite} is minus the deviation {bracket}.</source>
        <translation>{opposite} ist minus die Abweichung {bracket}.</translation>
    </message>
    <message>
        <source>{opposite} is minus {bracket}: both are written alike.</source>
        <translation>{opposite} ist minus {bracket}: Beide werden gleich geschrieben.</translation>
    </message>
    <message>
        <source>{other} adds up the same numbers as {one}: only the letter that counts is another.</source>
        <translation>{other} addiert dieselben Zahlen wie {one}: Nur der Zählbuchstabe ist ein anderer.</translation>
    </message>
    <message>
        <source>{part} has one entry in each column: below each other they are {v}.</source>
        <translation>{part} hat einen Eintrag in jeder Spalte: Untereinander sind sie {v}.</translation>
    </message>
    <message>
        <source>{part} is a power of {whole}, which stands beside it.</source>
        <translation>{part} ist eine Potenz von {whole}, das daneben steht.</translation>
    </message>
    <message>
        <source>{part} is an exponential over the sum of all of them: its logarithm is the exponent minus the logarithm of that sum.</source>
        <translation>{part} ist eine Exponentialfunktion durch die Summe aller: Ihr Logarithmus ist der Exponent minus den Logarithmus dieser Summe.</translation>
    </message>
    <message>
        <source>{part} is picked from {F} by a vector with a single 1: the same vector picks its change from {d}.</source>
        <translation>{part} wird aus {F} durch einen Vektor mit einer einzigen 1 ausgewählt: Derselbe Vektor wählt die Änderung aus {d} aus.</translation>
    </message>
    <message>
        <source>{part} is the definition of {whole} in every entry.</source>
        <translation>{part} ist in jedem Eintrag die Definition von {whole}.</translation>
    </message>
    <message>
        <source>{part} is the definition of {whole}, which takes its place wherever it occurs.</source>
        <translation>{part} ist die Definition von {whole}; das wird überall eingesetzt, wo sie steht.</translation>
    </message>
    <message>
        <source>{part} is the definition of {whole}.</source>
        <translation>{part} ist die Definition von {whole}.</translation>
    </message>
    <message>
        <source>{part} is the definition of {whole}: every exponential is divided by the sum of its row.</source>
        <translation>{part} ist die Definition von {whole}: Jeder Exponentialwert wird durch die Summe seiner Zeile geteilt.</translation>
    </message>
    <message>
        <source>{part} is the square of {whole}, which stands beside it.</source>
        <translation>{part} ist das Quadrat von {whole}, das daneben steht.</translation>
    </message>
    <message>
        <source>{power} has {k} equal factors. Each of them changes in turn and keeps its place between the others, for matrices do not commute.</source>
        <translation>{power} hat {k} gleiche Faktoren. Jeder von ihnen ändert sich der Reihe nach und behält seinen Platz zwischen den anderen, denn Matrizen sind nicht vertauschbar.</translation>
    </message>
    <message>
        <source>{power} has {k} equal factors. Each of them changes in turn: {i} stand before it and {rest} behind it.</source>
        <translation>{power} hat {k} gleiche Faktoren. Jeder von ihnen ändert sich der Reihe nach: {i} stehen davor und {rest} dahinter.</translation>
    </message>
    <message>
        <source>{sign}, up to {value}</source>
        <translation>{sign}, bis {value}</translation>
    </message>
    <message>
        <source>{start}; {y} is the whole function. What is wanted is how fast it changes with {x}.</source>
        <translation>{start}; {y} ist die ganze Funktion. Gesucht ist, wie schnell sie sich mit {x} ändert.</translation>
    </message>
    <message>
        <source>{sum(x)} is a number and {x} has {n} entries. Which shape has its derivative with respect to {x}?</source>
        <translation>{sum(x)} ist eine Zahl, und {x} hat {n} Einträge. Welche Form hat ihre Ableitung nach {x}?</translation>
    </message>
    <message>
        <source>{s} is a scalar, so it is its own trace; in a trace the factors may be cycled until {d} stands last.</source>
        <translation>{s} ist ein Skalar, also seine eigene Spur; in einer Spur dürfen die Faktoren zyklisch vertauscht werden, bis {d} hinten steht.</translation>
    </message>
    <message>
        <source>{s} is a scalar: it equals its transpose, in which {d} stands last.</source>
        <translation>{s} ist ein Skalar: Er ist gleich seiner Transponierten, in der {d} zuletzt steht.</translation>
    </message>
    <message>
        <source>{terms} are like terms: their numbers are added.</source>
        <translation>{terms} sind gleichartige Terme: Ihre Zahlen werden addiert.</translation>
    </message>
    <message>
        <source>{terms} … are like terms.</source>
        <translation>{terms} … sind gleichartige Terme.</translation>
    </message>
    <message>
        <source>{total} adds up the products of entries that stand in the same places: it is a trace.</source>
        <translation>{total} addiert die Produkte der Einträge, die an gleichen Stellen stehen: Es ist eine Spur.</translation>
    </message>
    <message>
        <source>{u} is a name for {x^2} and nothing else, so a result in terms of {u} says the same. The definition is put back in the last phase, when nothing is left to differentiate.</source>
        <translation>{u} ist ein Name für {x^2} und nichts sonst, also sagt ein Ergebnis in {u} dasselbe. Zurückgesetzt wird die Definition in der letzten Phase, wenn nichts mehr abzuleiten ist.</translation>
    </message>
    <message>
        <source>{u} is multiplied by itself: the product rule gives the same term twice.</source>
        <translation>{u} wird mit sich selbst multipliziert: Die Produktregel ergibt denselben Term zweimal.</translation>
    </message>
    <message>
        <source>{u} is not a free choice: it has a definition. At which point is it best to substitute that definition?</source>
        <translation>{u} ist keine freie Wahl: Es hat eine Definition. Wann schadet es am wenigsten, diese Definition einzusetzen?</translation>
    </message>
    <message>
        <source>{u} stands in several terms: their factors are added.</source>
        <translation>{u} steht in mehreren Termen: Die Faktoren werden addiert.</translation>
    </message>
    <message>
        <source>{u} with itself cancels the denominator, so the dot product is taken term by term.</source>
        <translation>{u} mit sich selbst kürzt sich gegen den Nenner; deshalb wird das Skalarprodukt Summand für Summand genommen.</translation>
    </message>
    <message>
        <source>{u} · {v} is a row times a column.</source>
        <translation>{u} · {v} ist eine Zeile mal einer Spalte.</translation>
    </message>
    <message>
        <source>{value} elsewhere</source>
        <translation>{value} sonst</translation>
    </message>
    <message>
        <source>{value} where {condition}</source>
        <translation>{value}, wo {condition}</translation>
    </message>
    <message>
        <source>{v} is written once for every column; of each of these copies only the entry on the diagonal is left.</source>
        <translation>{v} steht einmal für jede Spalte; von jeder dieser Kopien bleibt nur der Eintrag auf der Diagonale.</translation>
    </message>
    <message>
        <source>{whole} adds up its terms one by one: {sum}.</source>
        <translation>{whole} addiert seine Terme einzeln: {sum}.</translation>
    </message>
    <message>
        <source>{whole} is linear in {F}: the differential moves inside.</source>
        <translation>{whole} ist linear in {F}: Das Differential wandert hinein.</translation>
    </message>
    <message>
        <source>{whole} is short for {meaning}.</source>
        <translation>{whole} ist kurz für {meaning}.</translation>
    </message>
    <message>
        <source>{whole} is {meaning}.</source>
        <translation>{whole} ist {meaning}.</translation>
    </message>
    <message>
        <source>{w} has {n} entries. Which shape has the derivative of the total {w · x + b} with respect to {w} in numerator layout?</source>
        <translation>{w} hat {n} Einträge. Welche Form hat die Ableitung der Summe {w · x + b} nach {w} in Zählerordnung?</translation>
    </message>
    <message>
        <source>{x} changes exactly as fast as itself, so the derivative is 1.</source>
        <translation>{x} ändert sich genau so schnell wie es selbst, also ist die Ableitung 1.</translation>
    </message>
    <message>
        <source>{x} has {n} entries and {z} is a scalar. Which shape has the derivative of {x z} with respect to {z}?</source>
        <translation>{x} hat {n} Einträge, und {z} ist ein Skalar. Welche Form hat die Ableitung von {x z} nach {z}?</translation>
    </message>
    <message>
        <source>{x} is squared, and the square goes into the sine: there is no other way.</source>
        <translation>{x} wird quadriert, und das Quadrat geht in den Sinus: einen anderen Weg gibt es nicht.</translation>
    </message>
    <message>
        <source>{x} reaches {y} directly and through {names}: each path contributes a term, and the terms are added.</source>
        <translation>{x} erreicht {y} direkt und über {names}: Jeder Weg trägt einen Term bei, und die Terme werden addiert.</translation>
    </message>
    <message>
        <source>{x} reaches {y} through {names}, each of which contributes a term; the direct term is zero.</source>
        <translation>{x} erreicht {y} über {names}; jede dieser Variablen trägt einen Term bei, der direkte Term ist null.</translation>
    </message>
    <message>
        <source>{x} reaches {y} through {names}: each contributes a term, and the terms are added.</source>
        <translation>{x} erreicht {y} über {names}: Jede dieser Variablen trägt einen Term bei, und die Terme werden addiert.</translation>
    </message>
    <message>
        <source>{x} reaches {y} through {u} only: the sum has one term.</source>
        <translation>{x} erreicht {y} nur über {u}: Die Summe hat einen Term.</translation>
    </message>
    <message>
        <source>{x} reaches {y} through {u} only; the total-derivative rule covers this too: its direct term is zero.</source>
        <translation>{x} erreicht {y} nur über {u}; auch das deckt die Regel mit der totalen Ableitung ab: Der direkte Term ist null.</translation>
    </message>
    <message>
        <source>{y} has {m} entries, {u} has {k} and {x} has {n}. Which product gives the Jacobian of {y} with respect to {x}?</source>
        <translation>{y} hat {m} Einträge, {u} hat {k} und {x} hat {n}. Welches Produkt gibt die Jacobi-Matrix von {y} nach {x}?</translation>
    </message>
    <message>
        <source>{z} is the same in every term, so what survives does not depend on {j}.</source>
        <translation>{z} ist in jedem Term gleich, also hängt das, was bleibt, nicht von {j} ab.</translation>
    </message>
    <message>
        <source>{δ} times itself is {δ}: it is 0 or 1.</source>
        <translation>{δ} mal sich selbst ist {δ}: Es ist 0 oder 1.</translation>
    </message>
    <message>
        <source>|{0}| is read as the determinant, as {0} is a matrix.</source>
        <translation>|{0}| wird als Determinante gelesen, da {0} eine Matrix ist.</translation>
    </message>
    <message>
        <source>|…| of a matrix that is not square ({0}) has several meanings</source>
        <translation>|…| einer Matrix, die nicht quadratisch ist ({0}), hat mehrere Bedeutungen</translation>
    </message>
    <message>
        <source>× is read as times; the cross product of two vectors is not part of the language.</source>
        <translation>× wird als mal gelesen; das Kreuzprodukt zweier Vektoren gehört nicht zur Sprache.</translation>
    </message>
    <message>
        <source>δ is 1 where {i} = {j} and 0 elsewhere: of all terms of the sum only the one with {i} = {j} is left.</source>
        <translation>δ ist 1 für {i} = {j} und sonst 0: Von allen Termen der Summe bleibt nur der mit {i} = {j}.</translation>
    </message>
    <message>
        <source>δ of two places that are known is 1 where they are the same place, else 0.</source>
        <translation>δ von zwei bekannten Stellen ist 1, wo es dieselbe Stelle ist, sonst 0.</translation>
    </message>
    <message>
        <source>δ_i1 δ_i2 is zero, because i is one number; δ_i1 twice is δ_i1.</source>
        <translation>δ_i1 δ_i2 ist null, weil i eine einzige Zahl ist; δ_i1 zweimal ist δ_i1.</translation>
    </message>
    <message>
        <source>σ before brackets is read as the sigmoid function.</source>
        <translation>σ vor Klammern wird als Sigmoidfunktion gelesen.</translation>
    </message>
    <message>
        <source>σ(−z) = 1 − σ(z); DLMF 4.2</source>
        <translation>σ(−z) = 1 − σ(z); DLMF 4.2</translation>
    </message>
    <message>
        <source>‖{0}‖ with the weights {1} is read as √({0}ᵀ {1} {0}).</source>
        <translation>‖{0}‖ mit den Gewichten {1} wird als √({0}ᵀ {1} {0}) gelesen.</translation>
    </message>
    <message>
        <source>‖{0}‖ with the weights {1}: the shapes are {2} and {3}</source>
        <translation>‖{0}‖ mit den Gewichten {1}: Die Formen sind {2} und {3}</translation>
    </message>
    <message>
        <source>“.{0}” is not known</source>
        <translation>„.{0}“ ist nicht bekannt</translation>
    </message>
    <message>
        <source>“/{0}” is read as /({0}).</source>
        <translation>„/{0}“ wird als /({0}) gelesen.</translation>
    </message>
    <message>
        <source>“Save as” in the menu keeps both.</source>
        <translation>„Speichern unter“ im Menü behält beide.</translation>
    </message>
    <message>
        <source>“explainer lessons” lists them.</source>
        <translation>„explainer lessons“ listet sie auf.</translation>
    </message>
    <message>
        <source>“explainer rules” lists them.</source>
        <translation>„explainer rules“ listet sie auf.</translation>
    </message>
    <message>
        <source>“if” belongs to cases(…), not to {0}</source>
        <translation>„if“ gehört zu cases(…), nicht zu {0}</translation>
    </message>
    <message>
        <source>“otherwise” belongs to the last case</source>
        <translation>„otherwise“ gehört zum letzten Fall</translation>
    </message>
    <message>
        <source>“{0}{1}” is read as ({0}) {1}; write {2}({3}) if meant.</source>
        <translation>„{0}{1}“ wird als ({0}) {1} gelesen; falls gemeint, {2}({3}) schreiben.</translation>
    </message>
    <message>
        <source>“{0}” at position {1} is open, and “{2}” does not close it</source>
        <translation>„{0}“ an Stelle {1} ist offen, und „{2}“ schließt es nicht</translation>
    </message>
    <message>
        <source>“{0}” belongs to the range of an index</source>
        <translation>„{0}“ gehört zum Bereich eines Index</translation>
    </message>
    <message>
        <source>“{0}” can&apos;t stand here{1}</source>
        <translation>„{0}“ kann hier nicht stehen{1}</translation>
    </message>
    <message>
        <source>“{0}” does not fit here</source>
        <translation>„{0}“ passt hier nicht</translation>
    </message>
    <message>
        <source>“{0}” has no meaning in the input language</source>
        <translation>„{0}“ hat in der Eingabesprache keine Bedeutung</translation>
    </message>
    <message>
        <source>“{0}” has no value</source>
        <translation>„{0}“ hat keinen Wert</translation>
    </message>
    <message>
        <source>“{0}” in brackets has no meaning here</source>
        <translation>„{0}“ in Klammern hat hier keine Bedeutung</translation>
    </message>
    <message>
        <source>“{0}” is missing</source>
        <translation>„{0}“ fehlt</translation>
    </message>
    <message>
        <source>“{0}” is not a known name</source>
        <translation>„{0}“ ist kein bekannter Name</translation>
    </message>
    <message>
        <source>“{0}” is not a list of names</source>
        <translation>„{0}“ ist keine Liste von Namen</translation>
    </message>
    <message>
        <source>“{0}” is not a name</source>
        <translation>„{0}“ ist kein Name</translation>
    </message>
    <message>
        <source>“{0}” is not a number</source>
        <translation>„{0}“ ist keine Zahl</translation>
    </message>
    <message>
        <source>“{0}” is not a number of entries</source>
        <translation>„{0}“ ist keine Anzahl von Einträgen</translation>
    </message>
    <message>
        <source>“{0}” is not a shape</source>
        <translation>„{0}“ ist keine Form</translation>
    </message>
    <message>
        <source>“{0}” is not a size</source>
        <translation>„{0}“ ist keine Größe</translation>
    </message>
    <message>
        <source>“{0}” is not an index</source>
        <translation>„{0}“ ist kein Index</translation>
    </message>
    <message>
        <source>“{0}” is not part of a variable of differentiation</source>
        <translation>„{0}“ gehört nicht zu einer Variable, nach der abgeleitet wird</translation>
    </message>
    <message>
        <source>“{0}” is not read</source>
        <translation>„{0}“ wird nicht gelesen</translation>
    </message>
    <message>
        <source>“{0}” is read as a difference; write {1} for the power.</source>
        <translation>„{0}“ wird als Differenz gelesen; schreiben Sie {1} für die Potenz.</translation>
    </message>
    <message>
        <source>“{0}” is read as a name, {1}.</source>
        <translation>„{0}“ wird als Name gelesen, {1}.</translation>
    </message>
    <message>
        <source>“{0}” is read as what is said of the names.</source>
        <translation>„{0}“ wird als Angabe über die Namen gelesen.</translation>
    </message>
    <message>
        <source>“{0}” is read as {1} {2}.</source>
        <translation>„{0}“ wird als {1} {2} gelesen.</translation>
    </message>
    <message>
        <source>“{0}” is read as {1}.</source>
        <translation>„{0}“ wird als {1} gelesen.</translation>
    </message>
    <message>
        <source>“{0}” is read as {1}; declare its shape to use it as one name.</source>
        <translation>„{0}“ wird als {1} gelesen; damit es ein einziger Name ist, seine Form vereinbaren.</translation>
    </message>
    <message>
        <source>“{0}” is read as {1}; write {2} for a name of its own.</source>
        <translation>„{0}“ wird als {1} gelesen; schreiben Sie {2} für einen eigenen Namen.</translation>
    </message>
    <message>
        <source>“{0}” is taken as one argument of the function before it.</source>
        <translation>„{0}“ gilt als ein einziges Argument der Funktion davor.</translation>
    </message>
    <message>
        <source>“{0}” was expected instead of {1}</source>
        <translation>statt {1} wurde „{0}“ erwartet</translation>
    </message>
    <message>
        <source>∘ is read as the product entry by entry; write f(g(x)) for functions one after the other.</source>
        <translation>∘ wird als elementweises Produkt gelesen; schreiben Sie f(g(x)) für Funktionen, die nacheinander angewandt werden.</translation>
    </message>
    <message>
        <source>√f is f to the power 1/2, so beside other powers of f the exponents add, above the bar and below it.</source>
        <translation>√f ist f hoch 1/2; neben anderen Potenzen von f addieren sich deshalb die Exponenten, über dem Bruchstrich und darunter.</translation>
    </message>
    <message>
        <source>⊗ and ⊠, as in the paper</source>
        <translation>⊗ und ⊠, wie im Aufsatz</translation>
    </message>
    <message>
        <source>⊗ between two matrices is read as the Kronecker product; \odot multiplies entry by entry.</source>
        <translation>⊗ zwischen zwei Matrizen wird als Kronecker-Produkt gelesen; \odot multipliziert Eintrag für Eintrag.</translation>
    </message>
    <message>
        <source>⊙ and ⊗, as is usual</source>
        <translation>⊙ und ⊗, wie üblich</translation>
    </message>
    <message>
        <source>✓ answered</source>
        <translation>✓ beantwortet</translation>
    </message>
    <message>
        <source>✓ solved</source>
        <translation>✓ gelöst</translation>
    </message>
</context>
</TS>
