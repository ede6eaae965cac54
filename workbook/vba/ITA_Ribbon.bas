Attribute VB_Name = "ITA_Ribbon"
Option Explicit

'Callbacks of the ribbon tab (workbook/ribbon/customUI14.xml).
'
'This file is ASCII: Thai in VBA source breaks on a PC whose system code page is not Thai.
'Every text that a user sees is a row of the hidden sheet "_strings": key in A, text in B.
'
'A new button of Python's needs one Sub of one line: RunIta "name", where name is a
'function of ita.excel.ribbon.

Private ItaRibbon As IRibbonUI

Public Sub ITA_OnLoad(ribbon As IRibbonUI)
    Set ItaRibbon = ribbon
End Sub

Public Sub ITA_Report(control As IRibbonControl)
    RunIta "report"
End Sub

Public Sub ITA_Check(control As IRibbonControl)
    RunIta "check"
End Sub

Public Sub ITA_Recalculate(control As IRibbonControl)
    'Excel does this by itself, so it works on a PC without Python as well
    Application.CalculateFull
    ShowText Txt("recalculated"), vbInformation
End Sub

Public Sub ITA_About(control As IRibbonControl)
    ShowText Txt("about"), vbInformation
End Sub

Private Sub RunIta(ByVal action As String)
    On Error GoTo Failed
    If Not FileExists(CStr(GetConfig("INTERPRETER_WIN"))) Then
        ShowText Txt("no_python"), vbExclamation
        Exit Sub
    End If
    RunPython "import ita.excel.ribbon; ita.excel.ribbon." & action & "()"
    Exit Sub
Failed:
    'Kept first: the Exit Function inside Txt clears Err
    Dim detail As String
    detail = Err.Description
    ShowText Txt("python_failed") & vbLf & vbLf & detail, vbExclamation
End Sub

Public Function Txt(ByVal key As String) As String
    Dim row As Long
    row = 1
    Do While CStr(shStrings.Cells(row, 1).Value) <> ""
        If CStr(shStrings.Cells(row, 1).Value) = key Then
            Txt = CStr(shStrings.Cells(row, 2).Value)
            Exit Function
        End If
        row = row + 1
    Loop
    Txt = key
End Function

Private Sub ShowText(ByVal text As String, ByVal icon As Long)
    'Popup and not MsgBox: MsgBox turns Thai into question marks on a PC that is not set to Thai
    CreateObject("WScript.Shell").Popup text, 0, Txt("title"), icon + vbMsgBoxSetForeground
End Sub
