Attribute VB_Name = "ITA_Ribbon"
Option Explicit

'Callbacks of the ribbon tab (workbook/ribbon/customUI14.xml).
'
'This file is ASCII: Thai in VBA source breaks on a PC whose system code page is not Thai.
'Every text that a user sees is a row of the hidden sheet "_strings": key in A, text in B.
'
'A new button of Python's needs one Sub of one line: RunIta "name", where name is a
'function of ita.excel.ribbon; and a row "busy_name" in _strings, for the status bar.

Private Const MOST_ROWS As Long = 500
Private Const RIBBON_MODULE As String = "ita.excel.ribbon.template_menu"

'Lost when VBA is reset: then the buttons stay as they were last drawn, and all else works
Private ItaRibbon As IRibbonUI

Public Sub ITA_OnLoad(ribbon As IRibbonUI)
    Set ItaRibbon = ribbon
End Sub

'--- Called by ThisWorkbook ---------------------------------------------------------------

Public Sub ITA_Opened()
    DescribeFunctions
End Sub

Public Sub ITA_SheetActivated()
    RefreshRibbon
End Sub

'--- Buttons that Python answers ----------------------------------------------------------

Public Sub ITA_Paste(control As IRibbonControl)
    RunIta "paste"
End Sub

Public Sub ITA_ImportAnswers(control As IRibbonControl)
    RunIta "import_answers"
End Sub

Public Sub ITA_LastYear(control As IRibbonControl)
    RunIta "last_year"
End Sub

Public Sub ITA_NewYear(control As IRibbonControl)
    RunIta "new_year"
End Sub

Public Sub ITA_Check(control As IRibbonControl)
    RunIta "check"
End Sub

Public Sub ITA_Suggest(control As IRibbonControl)
    RunIta "suggest"
End Sub

Public Sub ITA_Report(control As IRibbonControl)
    RunIta "report"
End Sub

Public Sub ITA_AllReports(control As IRibbonControl)
    RunIta "all_reports"
End Sub

Public Sub ITA_Template(control As IRibbonControl)
    'The tag names the template (see ita.excel.ribbon.template_menu); nothing else may enter the statement
    If Not control.Tag Like "*[!A-Za-z0-9_.-]*" Then RunIta "report", control.Tag
End Sub

Public Sub ITA_Lint(control As IRibbonControl)
    RunIta "lint"
End Sub

Public Sub ITA_OpenFolder(control As IRibbonControl)
    RunIta "open_folder"
End Sub

Public Sub ITA_Share(control As IRibbonControl)
    RunIta "share"
End Sub

Public Sub ITA_Verify(control As IRibbonControl)
    RunIta "verify"
End Sub

Public Sub ITA_Guide(control As IRibbonControl)
    If HasPython() Then RunIta "guide" Else ShowText Txt("short_guide"), vbInformation
End Sub

Public Sub ITA_Doctor(control As IRibbonControl)
    RunIta "doctor"
End Sub

'--- Buttons that need no Python ----------------------------------------------------------

Public Sub ITA_Recalculate(control As IRibbonControl)
    'Excel does this by itself, so it works on a PC without Python as well
    On Error GoTo Failed
    Busy "recalculate"
    Application.CalculateFull
    Ready
    ShowText Txt("recalculated"), vbInformation
    Exit Sub
Failed:
    ShowFailure Err.Description
End Sub

Public Sub ITA_Digits(control As IRibbonControl, pressed As Boolean)
    SetMeta "digits", IIf(pressed, "thai", "arabic")
    RefreshRibbon
End Sub

Public Sub ITA_About(control As IRibbonControl)
    ShowText Txt("about"), vbInformation
End Sub

'--- State of the buttons -----------------------------------------------------------------

Public Sub ITA_GetEnabled(control As IRibbonControl, ByRef returnedVal)
    'The tag lists the code names of the sheets that the button works on
    returnedVal = True
    On Error Resume Next
    returnedVal = InStr(" " & control.Tag & " ", " " & ThisWorkbook.ActiveSheet.CodeName & " ") > 0
End Sub

Public Sub ITA_GetLabel(control As IRibbonControl, ByRef returnedVal)
    returnedVal = Txt("label_" & control.ID)
End Sub

Public Sub ITA_GetPasteLabel(control As IRibbonControl, ByRef returnedVal)
    Dim sheet As String
    On Error Resume Next
    If InStr(" " & control.Tag & " ", " " & ThisWorkbook.ActiveSheet.CodeName & " ") > 0 Then sheet = ThisWorkbook.ActiveSheet.Name
    returnedVal = Trim$(Txt("label_" & control.ID) & " " & sheet)
End Sub

Public Sub ITA_GetDigitsLabel(control As IRibbonControl, ByRef returnedVal)
    returnedVal = Txt("label_" & control.ID & "_" & IIf(ThaiDigits(), "thai", "arabic"))
End Sub

Public Sub ITA_GetPressed(control As IRibbonControl, ByRef returnedVal)
    returnedVal = ThaiDigits()
End Sub

Public Sub ITA_GetTemplates(control As IRibbonControl, ByRef returnedVal)
    'What Python finds now, here and beside the workbook; else what was there when the workbook was made
    On Error Resume Next
    If HasPython() Then
        If ServesPython() Then TellWhoCalls
        If ServesPython() Then returnedVal = XLPy.Str(XLPy.Call(XLPy.Module(RIBBON_MODULE), "content"))
    End If
    On Error GoTo 0
    If Left$(CStr(returnedVal), 5) <> "<menu" Then returnedVal = Txt("template_menu")
End Sub

'--- How all of that is done --------------------------------------------------------------

Private Sub RunIta(ByVal action As String, Optional ByVal argument As String = "")
    On Error GoTo Failed
    If Not HasPython() Then
        ShowText Txt("no_python"), vbExclamation
        Exit Sub
    End If
    Busy action
    'The row "bootstrap" calls the function, and tells in Thai where even its module cannot be loaded
    CallPython Replace(Replace(Txt("bootstrap"), "{action}", action), "{argument}", argument)
    Ready
    Exit Sub
Failed:
    ShowFailure Err.Description
End Sub

Private Sub CallPython(ByVal statement As String)
    If ServesPython() Then
        'What RunPython does, but a failure comes back here and is told in Thai
        TellWhoCalls
        XLPy.Exec statement
    Else
        RunPython statement
    End If
End Sub

Private Sub TellWhoCalls()
    'What Book.caller() answers in Python
    XLPy.SetAttr XLPy.Module("xlwings._xlwindows"), "BOOK_CALLER", ThisWorkbook
End Sub

Private Function HasPython() As Boolean
    HasPython = FileExists(CStr(GetConfig("INTERPRETER_WIN")))
End Function

Private Function ServesPython() As Boolean
    ServesPython = (LCase$(CStr(GetConfig("USE UDF SERVER", "False"))) = "true")
End Function

Private Sub Busy(ByVal action As String)
    'Else Excel tells in its own words that it waits for another program while a Thai box of ours is open
    Application.DisplayAlerts = False
    Application.Cursor = xlWait
    Application.StatusBar = Txt("busy_" & action)
End Sub

Private Sub Ready()
    On Error Resume Next
    Application.DisplayAlerts = True
    Application.StatusBar = False
    Application.Cursor = xlDefault
    RefreshRibbon
End Sub

Private Sub ShowFailure(ByVal detail As String)
    Ready
    ShowText Txt("python_failed") & vbLf & vbLf & detail, vbExclamation
End Sub

Private Sub RefreshRibbon()
    On Error Resume Next
    If Not ItaRibbon Is Nothing Then ItaRibbon.Invalidate
End Sub

Private Function ThaiDigits() As Boolean
    ThaiDigits = (Lookup(shMeta, "digits") <> "arabic")
End Function

Private Sub SetMeta(ByVal key As String, ByVal text As String)
    Dim row As Long
    On Error Resume Next
    row = RowOf(shMeta, key)
    If row > 0 Then shMeta.Cells(row, 2).Value = text
End Sub

Public Function Txt(ByVal key As String) As String
    Txt = Lookup(shStrings, key)
    If Txt = "" Then Txt = key
End Function

Private Function Lookup(ByVal sheet As Object, ByVal key As String) As String
    Dim row As Long
    row = RowOf(sheet, key)
    If row > 0 Then Lookup = CStr(sheet.Cells(row, 2).Value)
End Function

Private Function RowOf(ByVal sheet As Object, ByVal key As String) As Long
    Dim row As Long
    For row = 1 To MOST_ROWS
        If CStr(sheet.Cells(row, 1).Value) = "" Then Exit Function
        If CStr(sheet.Cells(row, 1).Value) = key Then
            RowOf = row
            Exit Function
        End If
    Next row
End Function

Private Sub DescribeFunctions()
    'Help texts of the function wizard. Whatever goes wrong, the workbook opens all the same
    Dim row As Long, key As String, wasSaved As Boolean
    On Error Resume Next
    wasSaved = ThisWorkbook.Saved
    For row = 1 To MOST_ROWS
        key = ""
        key = CStr(shStrings.Cells(row, 1).Value)
        If key = "" Then Exit For
        If Left$(key, 3) = "fx_" Then DescribeFunction Mid$(key, 4), CStr(shStrings.Cells(row, 2).Value)
    Next row
    ThisWorkbook.Saved = wasSaved
End Sub

Private Sub DescribeFunction(ByVal name As String, ByVal text As String)
    'The first line tells what the function answers, the others what its arguments are
    Dim lines As Variant, texts() As String, index As Long, macro As String
    On Error Resume Next
    lines = Split(text, vbLf)
    macro = "'" & Replace(ThisWorkbook.Name, "'", "''") & "'!" & name
    If UBound(lines) = 0 Then
        Application.MacroOptions Macro:=macro, Description:=lines(0), Category:="ITA"
        Exit Sub
    End If
    ReDim texts(1 To UBound(lines))
    For index = 1 To UBound(lines)
        texts(index) = lines(index)
    Next index
    Application.MacroOptions Macro:=macro, Description:=lines(0), Category:="ITA", ArgumentDescriptions:=texts
End Sub

Private Sub ShowText(ByVal text As String, ByVal icon As Long)
    'Popup and not MsgBox: MsgBox turns Thai into question marks on a PC that is not set to Thai
    CreateObject("WScript.Shell").Popup text, 0, Txt("title"), icon + vbMsgBoxSetForeground
End Sub
